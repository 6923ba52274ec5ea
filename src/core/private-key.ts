/** A private key in a text: where it stands, and what it is as messages call it. */
export interface PrivateKey {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Identities of age, plugins' among them. bech32 is one case throughout, and decoders take either. */
const AGE_IDENTITY = /AGE-SECRET-KEY-(?:PQ-)?1[A-Z0-9]{6,}|AGE-PLUGIN-[A-Z0-9+._-]*-1[A-Z0-9]*/gi;

/** The first line of a key in PEM (OpenSSH's, PKCS#1, PKCS#8, SEC 1) or of PGP's armor. */
const ARMOR = /-----BEGIN ([A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?)-----/g;

/** What tells a key from a text about keys: a run of base64 as long as no word is. */
const BODY = /[A-Za-z0-9+/=]{24}/;

/** Between an armor's first line and its body stand at most a few headers. */
const LONGEST_HEADERS = 1024;

/** What every private key holds, in any of its forms: cheap to look for. */
export function mayHoldPrivateKey(text: string): boolean {
  return text.includes('PRIVATE KEY') || /AGE-(?:SECRET|PLUGIN)-/i.test(text);
}

/** The private keys in a text: age identities, SSH, PEM and PGP keys. Words about keys, without one, are none. */
export function findPrivateKeys(text: string): PrivateKey[] {
  if (!mayHoldPrivateKey(text)) return [];
  const identities = [...text.matchAll(AGE_IDENTITY)].map((match) =>
    keyAt(text, match.index, match.index + match[0].length),
  );
  const armored = [...text.matchAll(ARMOR)].flatMap((match) => {
    const start = match.index + match[0].length;
    const ending = text.indexOf(`-----END ${match[1] ?? ''}-----`, start);
    const end = ending < 0 ? text.length : ending;
    const body = text.slice(start, Math.min(end, start + LONGEST_HEADERS));
    return BODY.test(body) ? [keyAt(text, match.index, end)] : [];
  });
  return [...identities, ...armored].sort((a, b) => a.start - b.start);
}

function keyAt(text: string, start: number, end: number): PrivateKey {
  return { start, end, text: text.slice(start, end) };
}

const BASE64 = /^[A-Za-z0-9+/\s]{40,}={0,2}\s*$/;

/** The private keys in a text, or in what it says in base64, as values of Secrets do. */
export function findPrivateKeysEncoded(text: string): PrivateKey[] {
  const found = findPrivateKeys(text);
  if (found.length > 0 || !BASE64.test(text)) return found;
  return findPrivateKeys(atob(text.replaceAll(/\s/g, '')));
}

/** The text with `[private key]` in place of each. */
export function withoutPrivateKeys(text: string): string {
  let result = '';
  let end = 0;
  for (const key of findPrivateKeys(text)) {
    if (key.start < end) continue;
    result += `${text.slice(end, key.start)}[private key]`;
    end = key.end;
  }
  return end === 0 ? text : result + text.slice(end);
}
