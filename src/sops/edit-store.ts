import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { toPointer } from '../core/pointer.ts';
import { keyPath } from '../core/reference.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Secret } from '../core/secret.ts';
import { isTreeObject, type TreeObject } from '../core/tree.ts';
import { encryptedFile, type EncryptedFile } from '../core/written-file.ts';
import type { Edit } from '../yaml/edit.ts';
import { encrypt } from './cipher.ts';
import type { CreationRule } from './creation-rule.ts';
import { insertEntry, locate, removeEntry, replaceLeaf, type Located } from './edit-place.ts';
import { leafValues, type LeafValue } from './leaf-values.ts';
import { insideOf, type OpenedFile } from './open.ts';
import { additionalData } from './path.ts';
import { toPlaintext } from './plaintext.ts';
import { resign } from './resign.ts';
import { sealManifest } from './seal.ts';
import { selectsPath } from './selection.ts';
import { scalarOfTree, valueIdentity } from './value.ts';
import { METADATA_KEY } from './walk.ts';

/**
 * Sets one value of a store (first document, path of mapping keys), making the mappings above it when
 * they are missing. In the text only that value, the MAC and the time change; comments, order and all
 * other ciphertexts stay. An equal value gives the text as it was. Codes `secrets/…`.
 */
// eslint-disable-next-line max-params -- place, value and time of one edit
export function setValue(
  opened: OpenedFile,
  path: readonly string[],
  value: Secret,
  now: Date,
): Promise<Result<EncryptedFile>> {
  return Promise.resolve(setNow(opened, path, { value, now }));
}

/** Removes one value or subtree of a store, likewise touching nothing else. */
export function removeValue(
  opened: OpenedFile,
  path: readonly string[],
  now: Date,
): Promise<Result<EncryptedFile>> {
  const { file } = opened.source;
  const located = locate(opened, path);
  const problems = refusals(opened, path, located);
  if (problems.length === 0 && located.found === undefined)
    problems.push(problem(file, path, 'there is no such key'));
  if (problems.length > 0) return Promise.resolve(failure(...problems));
  const values = leafValues(insideOf(opened).documents).filter((leaf) => !isBelow(leaf, path));
  const text = resign(opened, { edit: removeEntry(opened, located), values, now });
  return Promise.resolve(text.ok ? success(encryptedFile(file, text.value)) : text);
}

/** A new store, in YAML, with these keys, as a placeholder names them. All of them must be encrypted by the rule. */
export async function createStore(input: {
  readonly path: string;
  readonly entries: readonly (readonly [string, Secret])[];
  readonly rule: CreationRule;
  readonly now: Date;
}): Promise<Result<EncryptedFile>> {
  const { path, entries, rule, now } = input;
  if (!/\.ya?ml$/.test(path)) return failure(noYaml(path));
  const placed = entries.map(([key, value]) => ({ key: keyPath(key), value }));
  const problems = placed.flatMap(({ key }) => {
    const what = unusable(key);
    if (what !== undefined) return [problem(path, key, what)];
    return selectsPath(rule.selection, key) ? [] : [clearPath(path, key, rule.selection)];
  });
  if (problems.length > 0) return failure(...problems);
  const store = emptyTree();
  for (const { key, value } of placed) place(store, key, value);
  const sealed = await sealManifest({ path, objects: [store], rule, now });
  return sealed.ok ? success(sealed.value.file) : sealed;
}

function place(tree: TreeObject, [key = '', ...inner]: readonly string[], value: Secret): void {
  if (inner.length === 0) {
    tree[key] = value;
    return;
  }
  const present = tree[key];
  const below = present !== undefined && isTreeObject(present) ? present : emptyTree();
  tree[key] = below;
  place(below, inner, value);
}

/** Without a prototype, `__proto__` is a key like any other. */
function emptyTree(): TreeObject {
  return Object.create(null) as TreeObject;
}

/** Why no value is to stand at a path; undefined when one may. */
function unusable(path: readonly string[]): string | undefined {
  if (path.length === 0 || path[0] === METADATA_KEY) return 'no value can stand at this path';
  if (path.includes('')) return 'a part of the key is empty';
  return path.includes('<<') ? 'YAML merges what stands at the key <<' : undefined;
}

function setNow(
  opened: OpenedFile,
  path: readonly string[],
  { value, now }: { value: Secret; now: Date },
): Result<EncryptedFile> {
  const { file, metadata, text } = opened.source;
  const located = locate(opened, path);
  const problems = refusals(opened, path, located);
  const what = unusable(path);
  if (what !== undefined) problems.push(problem(file, path, what));
  const scalar = scalarOfTree(value);
  if (scalar === undefined)
    problems.push(problem(file, path, 'the value is a number or text that YAML cannot hold'));
  const { found } = located;
  if (found !== undefined && found.kind !== 'leaf') {
    problems.push(problem(file, path, 'there is a mapping or a list, not a single value'));
  }
  const selected = found?.kind === 'leaf' ? found.selected : selectsPath(metadata.selection, path);
  if (!selected && problems.length === 0) problems.push(clearPath(file, path, metadata.selection));
  if (problems.length > 0 || scalar === undefined) return failure(...problems);
  if (found?.kind === 'leaf' && valueIdentity(found.value) === valueIdentity(scalar)) {
    return success(encryptedFile(file, text));
  }
  const edit = editFor(opened, { path, scalar, located });
  const others = leafValues(insideOf(opened).documents).filter((leaf) => !isBelow(leaf, path));
  const signed = resign(opened, {
    edit,
    values: [...others, { document: 0, path, value: scalar }],
    now,
  });
  return signed.ok ? success(encryptedFile(file, signed.value)) : signed;
}

/** Whether a value of the first document stands at a path or below it. */
function isBelow(leaf: LeafValue, path: readonly string[]): boolean {
  return leaf.document === 0 && path.every((part, index) => leaf.path[index] === part);
}

function editFor(
  opened: OpenedFile,
  {
    path,
    scalar,
    located,
  }: {
    path: readonly string[];
    scalar: NonNullable<ReturnType<typeof scalarOfTree>> | null;
    located: Located;
  },
): Edit {
  const plaintext = scalar === null || scalar === '' ? undefined : toPlaintext(scalar);
  const sealed = plaintext && encrypt(insideOf(opened).dataKey, plaintext, additionalData(path));
  const text = sealed ?? (scalar === null ? null : '');
  return located.found?.kind === 'leaf'
    ? replaceLeaf(located, text)
    : insertEntry(opened, located, text);
}

function refusals(opened: OpenedFile, path: readonly string[], located: Located): Diagnostic[] {
  const { file } = opened.source;
  const problems: Diagnostic[] = [];
  if (!opened.macValid) {
    problems.push(
      errorAt(
        'secrets/mac',
        `${file}: the MAC does not hold, so the file was changed without its key`,
        {
          file,
          help: 'compare it with its history, restore it, then edit again',
        },
      ),
    );
  }
  if (opened.source.format === 'dotenv') {
    problems.push(
      problem(file, path, 'dotenv stores are read, not written: use sops, or a YAML store'),
    );
  }
  if (located.blocked !== undefined) problems.push(problem(file, path, located.blocked));
  return problems;
}

function problem(file: string, path: readonly string[], what: string): Diagnostic {
  const pointer = toPointer(path);
  return errorAt('secrets/path', `${file}: ${pointer} cannot be edited: ${what}`, {
    file,
    pointer,
  });
}

/** sops tells the format of a file by its name. */
function noYaml(file: string): Diagnostic {
  const message = `${file} cannot be made: a new store is YAML, and sops takes a file of this name for another format`;
  return errorAt('secrets/path', message, { file, help: 'give it a name that ends in .yaml' });
}

function clearPath(
  file: string,
  path: readonly string[],
  selection: CreationRule['selection'],
): Diagnostic {
  const pointer = toPointer(path);
  return errorAt(
    'secrets/clear-path',
    `${file}: ${selection.kind} ${JSON.stringify(selection.pattern)} would leave ${pointer} in clear text`,
    {
      file,
      pointer,
      help: 'choose a key that the rule of the file encrypts, or change the rule first',
    },
  );
}
