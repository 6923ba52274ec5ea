import type { Diagnostic } from '../core/diagnostic.ts';
import type { Digest } from '../core/digest.ts';
import type { ManifestFile } from '../core/manifest-file.ts';
import { describeObject } from '../core/object.ts';
import { toPointer } from '../core/pointer.ts';
import { describeReference, type Reference } from '../core/reference.ts';
import { failure, success, type Result } from '../core/result.ts';
import { missingKey } from '../references/resolvers/sops.ts';
import { checkManifestRule, type CreationRule } from '../sops/creation-rules.ts';
import { placeholderAtClearPath } from '../validation/rules/placeholder-in-clear.ts';
import type { CreationRules } from './creation-rules.ts';
import type { LockEntry, ReferenceDigest } from './lock-file.ts';
import type { Stores } from './stores.ts';

/** What the sources of a manifest file are, as far as it can be told without a key. */
export interface Facts {
  readonly objects: Digest;
  readonly references: ReadonlyMap<string, ReferenceDigest>;
  /** Of an encrypted file. */
  readonly rule?: CreationRule;
}

/** Digests of references by name, or why there is none. */
export type ReferenceDigests = ReadonlyMap<string, Result<ReferenceDigest>>;

/** Digests of all references of encrypted files: many files name one value. */
export async function digestReferences(
  files: readonly ManifestFile[],
  stores: Stores,
): Promise<ReferenceDigests> {
  // The text of `ref+echo://` stands in the object, whose digest covers it.
  const references = [...referencesOf(files.filter(({ encrypt }) => encrypt))].filter(
    ([, { scheme }]) => scheme !== 'echo',
  );
  const digests = references.map(
    async ([name, reference]) => [name, await digestReference(reference, stores)] as const,
  );
  return new Map(await Promise.all(digests));
}

/**
 * Gathers the facts of a file. Every finding about its creation rule and its references that needs no key is among the
 * diagnostics: no rule, a rule that encrypts too much or nothing, a placeholder at a clear path, a missing store or key.
 */
export function gatherFacts(
  file: ManifestFile,
  rules: CreationRules,
  digests: ReferenceDigests,
): Result<Facts> {
  if (!file.encrypt) return success({ objects: file.digest, references: new Map() });
  const rule = rules.ruleFor(file.path);
  if (!rule.ok) return rule;
  const references = referencesWithDigests(file, digests);
  const diagnostics: Diagnostic[] = [
    ...checkManifestRule(rule.value, file.objects, file.path),
    ...placeholderAtClearPath(file, rule.value),
    ...(references.ok ? [] : references.diagnostics),
  ];
  if (!references.ok || diagnostics.length > 0) return failure(...diagnostics);
  return success({ objects: file.digest, references: references.value, rule: rule.value });
}

/** The different references of files, by name. */
export function referencesOf(files: readonly ManifestFile[]): Map<string, Reference> {
  const references = files.flatMap(({ placements }) =>
    placements.flatMap(({ spans }) => spans.map(({ reference }) => reference)),
  );
  return new Map(references.map((reference) => [describeReference(reference), reference]));
}

/** The lock entry of a file with these facts, written with this digest. */
export function entryOf(facts: Facts, written: Digest): LockEntry {
  return {
    objects: [facts.objects],
    references: new Map([...facts.references].map(([name, digest]) => [name, [digest]])),
    rule: facts.rule === undefined ? [] : [facts.rule.fingerprint],
    written: [written],
  };
}

function referencesWithDigests(
  file: ManifestFile,
  digests: ReferenceDigests,
): Result<Map<string, ReferenceDigest>> {
  const references = new Map<string, ReferenceDigest>();
  const diagnostics: Diagnostic[] = [];
  for (const name of referencesOf([file]).keys()) {
    const digest = digests.get(name);
    if (digest?.ok === true) references.set(name, digest.value);
    else if (digest !== undefined)
      diagnostics.push(
        ...digest.diagnostics.map((found) => ({ ...found, ...placeOf(file, name) })),
      );
  }
  return diagnostics.length > 0 ? failure(...diagnostics) : success(references);
}

/** The first place of a file that names a reference. */
function placeOf(file: ManifestFile, name: string) {
  const placement = file.placements.find(({ spans }) =>
    spans.some(({ reference }) => describeReference(reference) === name),
  );
  const object = placement === undefined ? undefined : file.objects[placement.object];
  return {
    file: file.path,
    ...(object === undefined ? {} : { object: describeObject(object) }),
    ...(placement === undefined ? {} : { pointer: toPointer(placement.path) }),
  };
}

async function digestReference(
  reference: Reference,
  stores: Stores,
): Promise<Result<ReferenceDigest>> {
  if (reference.scheme !== 'sops') return success('opaque');
  const store = await stores.parseStore(reference.path);
  if (!store.ok) return store;
  // The digest is over the first document, the text of a whole store over all.
  if (reference.key.length === 0 && store.value.documents.length > 1) return success('opaque');
  const found = store.value.ciphertextAt(reference.key);
  return found.kind === 'missing'
    ? missingKey(reference, store.value.keys())
    : success(found.digest);
}
