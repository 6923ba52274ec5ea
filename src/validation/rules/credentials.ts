/** Forms that nothing but a credential has: key blocks and prefixes that their issuers chose to be found. */
const FORMS: readonly RegExp[] = [
  /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----\s+[A-Za-z0-9+/=:]{8}/,
  /\bAGE-SECRET-KEY-1[0-9A-Z]{58}\b/,
  /\bgh[opsur]_[A-Za-z0-9]{36}\b/,
  /\bgithub_pat_[A-Za-z0-9_]{50,}\b/,
  /\bglpat-[\w-]{20,}\b/,
  /\bxox[abprs]-[A-Za-z0-9-]{20,}/,
  /\bhttps:\/\/hooks\.slack\.com\/services\/T\w+\/B\w+\/\w{20,}/,
  /\bsk_live_[A-Za-z0-9]{20,}\b/,
  /\bsk-ant-[\w-]{20,}/,
  /\bAIza[\w-]{35}\b/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\bdop_v1_[0-9a-f]{64}\b/,
  /\bSG\.[\w-]{22}\.[\w-]{43}\b/,
  /\btskey-(?:auth|api|client)-[\w-]{20,}/,
  /\bhvs\.[\w-]{24,}/,
  /\bdckr_pat_[\w-]{20,}/,
];

/** Every text of a tree is held against them: one pattern looks at it once. */
const CREDENTIAL = new RegExp(FORMS.map(({ source }) => source).join('|'));

/** True for text that holds a credential beyond doubt. */
export function looksLikeCredential(text: string): boolean {
  return CREDENTIAL.test(text);
}

const TELLING =
  /(?:^|[-_.a-z])(?:password|passwd|passphrase|token|secret|secret[-_]?key|api[-_]?key|apikey|private[-_]?key|credentials?)$/i;

/** True for a key or variable that says its value is secret: `DB_PASSWORD`, `api-key`; not `TOKEN_FILE`. */
export function isTellingKey(key: string): boolean {
  return TELLING.test(key) && !key.includes('/');
}

const SHORTEST = 20;
const LEAST_BITS = 3.7;

/** True for text that looks drawn by lot: long, of mixed characters, with much entropy. Only with a telling key. */
export function looksRandom(text: string): boolean {
  if (text.length < SHORTEST || !/^[A-Za-z0-9+/_=!@#%^&*-]+$/.test(text)) return false;
  if (/^(?:[0-9a-f]{32,}|[0-9A-F]{32,})$/.test(text)) return true;
  const isMixed = /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);
  return isMixed && bitsPerCharacter(text) >= LEAST_BITS;
}

/** Shannon entropy. */
function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => {
    const share = count / text.length;
    return bits - share * Math.log2(share);
  }, 0);
}
