/** What a flake reference names, by the attributes that Nix knows it by and writes into a lock file. */
export type FlakeAttributes = Readonly<Record<string, string | number | boolean>>;

const REVISION = /^[0-9a-f]{40}$/;
const ARCHIVE = /\.(?:zip|tar|tgz|tar\.(?:gz|xz|bz2|zst))$/;
const HOSTING = /^(github|gitlab|sourcehut):(.+)$/;
const INDIRECT = /^(?:flake:)?([A-Za-z][\w-]*)(?:\/([^/?#:]+))?(?:\/([^/?#:]+))?$/;

/** What belongs to a flake reference and not to the address of a repository. */
const OF_REFERENCE = new Set(['dir', 'narHash', 'rev', 'ref', 'host', 'lastModified', 'revCount']);
const OF_GIT = new Set([
  ...OF_REFERENCE,
  'shallow',
  'submodules',
  'lfs',
  'exportIgnore',
  'allRefs',
]);

/** The attributes of a flake reference written as a URL, as Nix reads it (flake references in Nix' manual). */
export function parseFlakeReference(text: string): FlakeAttributes | undefined {
  const [address, query] = splitAt(splitAt(text, '#')[0], '?');
  const parameters = new URLSearchParams(query);
  return (
    folder(address) ??
    hosted(address, parameters) ??
    repository(address, parameters) ??
    archive(address, parameters) ??
    indirect(address)
  );
}

/** `https://host/…`, with a user where a repository takes one, or `user@host:path` as ssh writes it. */
const REMOTE =
  /^(?:https?|ssh|git):\/\/(?:[^/@]*@)?([^/:?#]+|\[[^\]]*\])|^[\w.-]+@([\w.-]+):(?!\/\/)/;

/** Hosts that are this machine, or what hands out credentials beside it. */
const NEAR =
  /^(?:localhost|.*\.localhost|127\..*|0\.0\.0\.0|169\.254\..*|\[(?:::1?|fe80:.*|::ffff:.*)\]|\d+|0x.*)$/i;

/** Types whose source is found by owner and name, or in a registry; all others have a URL. */
const HOSTED = new Set(['github', 'gitlab', 'sourcehut', 'indirect']);

/** Whether a source lies on this machine: a folder, a repository, a file, a server; or in a form that is not known. */
export function isLocal({ type, url, host }: FlakeAttributes): boolean {
  if (HOSTED.has(String(type))) return typeof host === 'string' && NEAR.test(host);
  const [, ofUrl, ofSsh] = REMOTE.exec(typeof url === 'string' ? url : '') ?? [];
  const name = ofUrl ?? ofSsh;
  return name === undefined || NEAR.test(name);
}

function folder(address: string): FlakeAttributes | undefined {
  const path = /^(?:path:(.*)|([./~].*))$/.exec(address);
  return path === null ? undefined : { type: 'path', path: path[1] ?? path[2] ?? '' };
}

function hosted(address: string, parameters: URLSearchParams): FlakeAttributes | undefined {
  const match = HOSTING.exec(address);
  const [owner, repo, ...rest] = (match?.[2] ?? '').split('/').map(decodeURIComponent);
  if (match?.[1] === undefined || !owner || !repo) return undefined;
  const version = rest.join('/');
  return {
    type: match[1],
    owner,
    repo,
    ...(version === '' ? {} : { [REVISION.test(version) ? 'rev' : 'ref']: version }),
    ...taken(parameters, OF_REFERENCE),
  };
}

function repository(address: string, parameters: URLSearchParams): FlakeAttributes | undefined {
  const match = /^(git|hg)\+(.+)$/.exec(address) ?? /^(git)(?=:\/\/)/.exec(address);
  if (match?.[1] === undefined) return undefined;
  const url = match[2] ?? address;
  return { type: match[1], url: withRest(url, parameters, OF_GIT), ...taken(parameters, OF_GIT) };
}

function archive(address: string, parameters: URLSearchParams): FlakeAttributes | undefined {
  const match = /^(?:(tarball|file)\+)?((?:https?|file):\/\/.+)$/.exec(address);
  if (match?.[2] === undefined) return undefined;
  const type = match[1] ?? (ARCHIVE.test(match[2]) ? 'tarball' : 'file');
  const url = withRest(match[2], parameters, OF_REFERENCE);
  return { type, url, ...taken(parameters, OF_REFERENCE) };
}

function indirect(address: string): FlakeAttributes | undefined {
  const [, id, second, third] = INDIRECT.exec(address) ?? [];
  if (id === undefined) return undefined;
  const first = second === undefined ? {} : { [REVISION.test(second) ? 'rev' : 'ref']: second };
  return { type: 'indirect', id, ...first, ...(third === undefined ? {} : { rev: third }) };
}

function taken(parameters: URLSearchParams, names: ReadonlySet<string>): FlakeAttributes {
  const entries = [...parameters].filter(([name]) => names.has(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, asAttribute(name, value)]));
}

const FLAGS = new Set(['shallow', 'submodules', 'lfs', 'exportIgnore', 'allRefs']);

function asAttribute(name: string, value: string): string | boolean {
  return FLAGS.has(name) ? value === '1' || value === 'true' : value;
}

function withRest(url: string, parameters: URLSearchParams, names: ReadonlySet<string>): string {
  const rest = [...parameters].filter(([name]) => !names.has(name));
  return rest.length === 0 ? url : `${url}?${new URLSearchParams(rest).toString()}`;
}

/** What stands before the first separator, and what behind it where there is one. */
export function splitAt(text: string, separator: string): [string, string?] {
  const index = text.indexOf(separator);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
