import { canonicalJson, type Json, type JsonObject } from '../core/json.ts';
import { sha256, type Digest } from '../core/digest.ts';
import { errorAt } from '../core/diagnostic.ts';
import { placeOnly } from '../core/place-only.ts';
import { failure, success, type Result } from '../core/result.ts';
import { readDocuments } from '../yaml/documents.ts';
import type { ScalarValue, Span, YamlDocument, YamlMap, YamlNode } from '../yaml/node.ts';
import { parseCiphertext } from './cipher.ts';
import { readDotenv } from './dotenv.ts';
import { fieldOf, readMetadata, type SopsMetadata } from './metadata.ts';
import { hidesNothing } from './plaintext.ts';
import { withStrictBraces } from './strict-braces.ts';
import { selectorOf } from './selection.ts';
import { foldDocument, METADATA_KEY } from './walk.ts';

/** What stands at a path of a SOPS file, seen without any key. */
export type CiphertextLookup =
  | { readonly kind: 'missing'; readonly candidates: string[] }
  | { readonly kind: 'leaf' | 'subtree'; readonly digest: Digest | 'opaque' };

/** A SOPS file as far as it shows itself without a key. */
export interface SopsFile {
  readonly file: string;
  readonly metadata: SopsMetadata;
  /** JSON is read as the YAML it is; dotenv stores (`*.env`) can be opened, not changed. */
  readonly format: 'yaml' | 'dotenv';
  readonly text: string;
  readonly documents: readonly SopsDocument[];
  /** Key paths of the leaves of the first document, in order; a list counts as one leaf. */
  keys(): string[][];
  /**
   * Looks into the first document along mapping keys. The digest is over names and ciphertexts below
   * the path; `opaque` when anything there is clear text that is neither empty nor null, since a
   * value is never digested.
   */
  ciphertextAt(path: readonly string[]): CiphertextLookup;
}

export interface SopsDocument {
  readonly root: YamlMap;
  readonly span: Span;
}

/**
 * Reads a SOPS file (YAML, JSON, dotenv by the ending `.env`) without opening it. Fails with `yaml/…` or
 * with `secrets/not-encrypted`, `secrets/metadata`, `secrets/shape`.
 */
export function parseEncrypted(text: string, file: string): Result<SopsFile> {
  if (file.endsWith('.ini')) {
    const help = 'keep its values in a YAML, JSON or dotenv store';
    return failure(errorAt('secrets/shape', `${file}: INI stores are not read`, { file, help }));
  }
  const documents = isDotenv(file) ? dotenvDocuments(text, file) : yamlDocuments(text, file);
  if (!documents.ok) return documents;
  const mappings = documents.value.flatMap(asMapping);
  if (mappings.length !== documents.value.length || mappings.length === 0) {
    return failure(
      errorAt('secrets/shape', `${file}: every document of a SOPS file must be a mapping`, {
        file,
      }),
    );
  }
  const odd = mappings.flatMap(({ root }) => oddKeys(root));
  if (odd.length > 0) {
    const names = odd.map((key) => JSON.stringify(key)).join(', ');
    return failure(
      errorAt('secrets/key', `${file}: keys must be strings, but ${names} are not`, {
        file,
        help: 'write such a key in quotes',
      }),
    );
  }
  const block = mappings[0] && fieldOf(mappings[0].root, METADATA_KEY);
  if (block === undefined) {
    return failure(
      errorAt('secrets/not-encrypted', `${file} is not encrypted: it has no sops block`, { file }),
    );
  }
  const metadata = readMetadata(block, file);
  return metadata.ok
    ? success(new ParsedFile(file, metadata.value, { text, documents: mappings }))
    : metadata;
}

function isDotenv(file: string): boolean {
  return file.endsWith('.env');
}

/** A store may have been decrypted where it lies: nothing of it is quoted. */
function yamlDocuments(text: string, file: string): Result<YamlDocument[]> {
  const documents = readDocuments(withStrictBraces(text), file);
  return documents.ok ? documents : failure(...placeOnly(documents.diagnostics, file));
}

function dotenvDocuments(text: string, file: string): Result<YamlDocument[]> {
  const root = readDotenv(text, file);
  return root.ok ? success([{ root: root.value, span: { start: 0, end: text.length } }]) : root;
}

class ParsedFile implements SopsFile {
  readonly file: string;
  readonly format: 'yaml' | 'dotenv';
  readonly metadata: SopsMetadata;
  readonly text: string;
  readonly documents: readonly SopsDocument[];

  constructor(
    file: string,
    metadata: SopsMetadata,
    { text, documents }: { text: string; documents: readonly SopsDocument[] },
  ) {
    this.file = file;
    this.format = isDotenv(file) ? 'dotenv' : 'yaml';
    this.metadata = metadata;
    this.text = text;
    this.documents = documents;
  }

  keys(): string[][] {
    return this.documents
      .slice(0, 1)
      .flatMap(({ root }) =>
        root.entries
          .filter((entry) => entry.key !== METADATA_KEY)
          .flatMap((entry) => leafPaths(entry.value, [entry.key])),
      );
  }

  ciphertextAt(path: readonly string[]): CiphertextLookup {
    let shape = this.#shapeOfFirst();
    for (const key of path) {
      const next = shape.entries?.get(key);
      if (next === undefined)
        return { kind: 'missing', candidates: [...(shape.entries?.keys() ?? [])] };
      shape = next;
    }
    // Many files name one value: its digest is made once.
    shape.digest ??= shape.sealed === undefined ? 'opaque' : sha256(canonicalJson(shape.sealed));
    return { kind: shape.entries === undefined ? 'leaf' : 'subtree', digest: shape.digest };
  }

  #first: SealedShape | undefined;

  #shapeOfFirst(): SealedShape {
    const [document] = this.documents;
    if (document === undefined) throw new Error('a SOPS file has at least one document');
    return (this.#first ??= foldDocument<SealedShape>(
      document.root,
      selectorOf(this.metadata.selection),
      {
        leaf: ({ node, selected }) => ({ sealed: sealedJson(node.value, selected) }),
        map: (_, entries) => {
          const byKey = new Map(entries.map(({ entry, value }) => [entry.key, value]));
          return { sealed: sealedObject(byKey), entries: byKey };
        },
        list: (_, items) => {
          const sealed = items.map((item) => item.sealed);
          return { sealed: sealed.includes(undefined) ? undefined : (sealed as Json[]) };
        },
      },
    ));
  }
}

/** A subtree reduced to its ciphertexts; `sealed` is undefined when clear values are in it. */
interface SealedShape {
  readonly sealed: Json | undefined;
  readonly entries?: ReadonlyMap<string, SealedShape>;
  digest?: Digest | 'opaque';
}

function sealedJson(value: ScalarValue, selected: boolean): Json | undefined {
  if (hidesNothing(value)) return value === null ? null : '';
  const sealed = selected && typeof value === 'string' && parseCiphertext(value) !== undefined;
  return sealed ? value : undefined;
}

function sealedObject(entries: ReadonlyMap<string, SealedShape>): JsonObject | undefined {
  const members: [string, Json][] = [];
  for (const [key, { sealed }] of entries) {
    if (sealed === undefined) return undefined;
    members.push([key, sealed]);
  }
  return Object.fromEntries(members);
}

/** An empty document counts as an empty mapping, as for sops. */
function asMapping({ root, span }: YamlDocument): SopsDocument[] {
  if (root.kind === 'map') return [{ root, span }];
  if (root.kind === 'list' || root.value !== null) return [];
  return [{ root: { kind: 'map', flow: false, entries: [], span: root.span, alias: false }, span }];
}

function oddKeys(node: YamlNode): string[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'list') return node.items.flatMap((item) => oddKeys(item.value));
  return node.entries.flatMap((entry) => [
    ...(typeof entry.keyValue === 'string' ? [] : [entry.key]),
    ...oddKeys(entry.value),
  ]);
}

function leafPaths(node: YamlNode, path: string[]): string[][] {
  if (node.kind !== 'map' || node.entries.length === 0) return [path];
  return node.entries.flatMap((entry) => leafPaths(entry.value, [...path, entry.key]));
}
