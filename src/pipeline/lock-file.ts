import { conflictIn } from '../core/conflict-marker.ts';
import { errorAt } from '../core/diagnostic.ts';
import type { Digest } from '../core/digest.ts';
import { compareUtf8 } from '../core/json.ts';
import { failure, success, type Result } from '../core/result.ts';

/** What the lock says of one reference: the digest of its ciphertext, or `opaque` where it has none. */
export type ReferenceDigest = Digest | 'opaque';

/**
 * The facts of one manifest file. A fact may have several values after a union merge of two branches; it holds when
 * the present value is among them, and the next run writes the one that is true.
 */
export interface LockEntry {
  readonly objects: readonly Digest[];
  readonly references: ReadonlyMap<string, readonly ReferenceDigest[]>;
  readonly rule: readonly Digest[];
  readonly written: readonly Digest[];
}

/** The lock file. Paths are relative to the manifests folder. */
export interface LockFile {
  readonly entries: ReadonlyMap<string, LockEntry>;
  /** New files of a run that had not finished: they are Gantry's although they have no entry yet. */
  readonly pending: ReadonlySet<string>;
}

/** A text that is a lock file of this format, or one of another format under the same name. */
export type ParsedLock =
  { readonly kind: 'gantry'; readonly lock: LockFile } | { readonly kind: 'foreign' };

const HEADER = 'gantry-lock 1';
const DIGEST = /^sha256:[0-9a-f]{64}$/;

export const EMPTY_LOCK: LockFile = { entries: new Map(), pending: new Set() };

/**
 * Reads a lock file. Code `config/lock` with the line when the format is ours but a line is not, `git/conflict` for one
 * that git could not merge.
 */
export function parseLock(text: string, file: string): Result<ParsedLock> {
  const conflict = conflictIn(text, file);
  if (conflict !== undefined) return failure(conflict);
  const [header, ...lines] = text.split(/\r?\n/);
  if (header !== HEADER) return success({ kind: 'foreign' });
  const builder = new LockBuilder();
  for (const [index, line] of lines.entries()) {
    if (line.trim() !== '' && !builder.add(line.trim()))
      return failure(malformed(file, index + 2, line));
  }
  return success({ kind: 'gantry', lock: builder.lock() });
}

/** The text of a lock file: entries sorted by path, one fact per line, an empty line between entries. */
export function printLock(lock: LockFile): string {
  const pending = [...lock.pending].sort(compareUtf8).map((path) => `pending ${path}\n`);
  const entries = [...lock.entries].sort(([a], [b]) => compareUtf8(a, b)).map(printEntry);
  return [`${HEADER}\n`, ...(pending.length === 0 ? [] : [pending.join('')]), ...entries].join(
    '\n',
  );
}

function printEntry([path, entry]: readonly [string, LockEntry]): string {
  const references = [...entry.references].sort(([a], [b]) => compareUtf8(a, b));
  const lines = [
    `file ${path}`,
    ...entry.objects.map((digest) => `objects ${digest}`),
    ...references.flatMap(([name, digests]) =>
      digests.map((digest) => `reference ${digest} ${name}`),
    ),
    ...entry.rule.map((digest) => `rule ${digest}`),
    ...entry.written.map((digest) => `written ${digest}`),
  ];
  return `${lines.join('\n')}\n`;
}

function malformed(file: string, line: number, text: string) {
  return errorAt(
    'config/lock',
    `line ${line} of ${file} is not a line of a lock file: ${text.slice(0, 80)}`,
    {
      file,
      origin: { file, line },
      help: `remove the line, or delete ${file}: the next run with a key writes it anew`,
    },
  );
}

interface OpenEntry {
  objects: Digest[];
  references: Map<string, ReferenceDigest[]>;
  rule: Digest[];
  written: Digest[];
}

/** Collects lines; the facts that follow a `file` line belong to it, wherever a merge has put them. */
class LockBuilder {
  readonly #entries = new Map<string, OpenEntry>();
  readonly #pending = new Set<string>();
  #open: OpenEntry | undefined;

  /** False when the line is none of the format. */
  add(line: string): boolean {
    const [word, rest] = cut(line);
    switch (word) {
      case 'file':
        return this.#startEntry(rest);
      case 'pending':
        this.#pending.add(rest);
        return isTreePath(rest);
      case 'objects':
      case 'rule':
      case 'written':
        return DIGEST.test(rest) && addTo(this.#open?.[word], rest as Digest);
      case 'reference':
        return this.#addReference(rest);
      default:
        return false;
    }
  }

  lock(): LockFile {
    return { entries: this.#entries, pending: this.#pending };
  }

  #startEntry(path: string): boolean {
    this.#open = this.#entries.get(path) ?? {
      objects: [],
      references: new Map(),
      rule: [],
      written: [],
    };
    this.#entries.set(path, this.#open);
    return isTreePath(path);
  }

  #addReference(rest: string): boolean {
    const [digest, name] = cut(rest);
    if (this.#open === undefined || name === '') return false;
    if (digest !== 'opaque' && !DIGEST.test(digest)) return false;
    const digests = this.#open.references.get(name) ?? [];
    this.#open.references.set(name, digests);
    return addTo(digests, digest as ReferenceDigest);
  }
}

/** The text before the first blank, and what stands behind it. */
function cut(text: string): [string, string] {
  const end = text.indexOf(' ');
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 1)];
}

function addTo<T>(list: T[] | undefined, item: T): boolean {
  if (list !== undefined && !list.includes(item)) list.push(item);
  return list !== undefined;
}

/**
 * A path of a manifest file inside the manifests folder. What the lock names may be deleted, and whoever can write the lock
 * must not get at anything else by it: a key, or what git keeps.
 */
function isTreePath(path: string): boolean {
  const parts = path.toLowerCase().split('/');
  return (
    path.endsWith('.yaml') &&
    !parts.includes('.git') &&
    !path.startsWith('/') &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}
