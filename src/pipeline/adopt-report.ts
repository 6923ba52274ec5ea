import type { Diagnostic } from '../core/diagnostic.ts';
import { canonicalJson, isJsonObject, type Json } from '../core/json.ts';
import { describeObject } from '../core/object.ts';
import { success, type Result } from '../core/result.ts';
import { findFiles } from '../fs/find.ts';
import { parseEncrypted } from '../sops/encrypted-file.ts';
import { outlineOfFile, outlineOfObjects } from '../sops/outline.ts';
import { readManifest } from '../yaml/read.ts';
import type { Decision } from './decide.ts';
import { gmanifests, type Generated } from './gmanifests.ts';
import type { RunOptions } from './options.ts';
import { prepare, type Prepared } from './prepare.ts';

/**
 * What a file of the tree is to Gantry: `intact` (what its module makes, as far as it shows without a key), `reprinted`
 * (the same objects in other bytes), `stale` (something in clear text differs), `unreadable` (no YAML or no SOPS file),
 * `missing`, `waiting` (its module waits for a chart), `leftover` (in the lock file, made by no module any more),
 * `foreign` (not Gantry's: never touched).
 */
export type AdoptState =
  'intact' | 'reprinted' | 'stale' | 'unreadable' | 'missing' | 'waiting' | 'leftover' | 'foreign';

export interface AdoptedFile {
  readonly path: string;
  readonly state: AdoptState;
  readonly details: readonly string[];
}

export interface AdoptReport {
  readonly files: readonly AdoptedFile[];
  /** `foreign` when a lock file of another format would be replaced. */
  readonly lock: 'none' | 'gantry' | 'foreign';
  readonly diagnostics: readonly Diagnostic[];
}

/** Compares a tree that another pipeline may have written with what the modules make, without any key or change. */
export async function reportAdoption(options: RunOptions): Promise<Result<AdoptReport>> {
  const generated = await gmanifests({ ...options, adopt: true });
  if (!generated.ok) return generated;
  const prepared = await prepare(generated.value, { ...options, adopt: true });
  if (!prepared.ok) return prepared;
  const made = prepared.value.decisions.map(stateOf);
  const others = generated.value.partial
    ? success([])
    : await otherFiles(generated.value, prepared.value);
  if (!others.ok) return others;
  const { text } = prepared.value.lock;
  const lock = text === undefined ? 'none' : text.startsWith('gantry-lock') ? 'gantry' : 'foreign';
  return success({
    files: [...made, ...others.value].sort((a, b) => (a.path < b.path ? -1 : 1)),
    lock,
    diagnostics: generated.value.diagnostics,
  });
}

function stateOf(decision: Decision): AdoptedFile {
  const { file, present, rendered } = decision;
  const as = (state: AdoptState, details: readonly string[] = []): AdoptedFile => ({
    path: file.path,
    state,
    details,
  });
  if (present === undefined) return as('missing');
  if (rendered === present) return as('intact');
  const visible = file.encrypt
    ? sealedOutlines(decision, present)
    : clearOutlines(decision, present);
  if (!visible.ok)
    return as(
      'unreadable',
      visible.diagnostics.map(({ message }) => message),
    );
  const differences = compare(visible.value.wanted, visible.value.actual);
  if (differences.length > 0) return as('stale', differences);
  return as(file.encrypt ? 'intact' : 'reprinted');
}

interface Outlines {
  readonly wanted: readonly Json[];
  readonly actual: readonly Json[];
}

function sealedOutlines({ file }: Decision, present: string): Result<Outlines> {
  const parsed = parseEncrypted(present, file.path);
  if (!parsed.ok) return parsed;
  const wanted = outlineOfObjects(file.objects, parsed.value.metadata.selection);
  return success({ wanted, actual: outlineOfFile(parsed.value) });
}

function clearOutlines({ file }: Decision, present: string): Result<Outlines> {
  const documents = readManifest(present, file.path);
  return documents.ok ? success({ wanted: file.objects, actual: documents.value }) : documents;
}

/** One line per object that differs; objects are matched by identity, so that order does not count. */
function compare(wanted: readonly Json[], actual: readonly Json[]): string[] {
  const [should, is] = [byIdentity(wanted), byIdentity(actual)];
  const differences: string[] = [];
  for (const [name, object] of should) {
    const present = is.get(name);
    if (present === undefined) differences.push(`${name} is not in it`);
    else if (canonicalJson(present) !== canonicalJson(object)) {
      const fields = differingFields(object, present);
      differences.push(`${name} differs in ${fields.join(', ')}`);
    }
  }
  for (const name of is.keys()) if (!should.has(name)) differences.push(`${name} is in it`);
  return differences;
}

function byIdentity(objects: readonly Json[]): Map<string, Json> {
  const named = new Map<string, Json>();
  for (const object of objects) {
    const name = isJsonObject(object) ? describeObject(object) : 'a document that is no object';
    let unique = name;
    for (let count = 2; named.has(unique); count++) unique = `${name} (${count})`;
    named.set(unique, object);
  }
  return named;
}

const DEPTH = 2;

/** Paths of the differences, two keys deep: `spec.replicas`, `metadata.labels`. */
function differingFields(
  a: Json | undefined,
  b: Json | undefined,
  path: readonly string[] = [],
): string[] {
  if (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b)) return [];
  const deeper = isJsonObject(a ?? null) && isJsonObject(b ?? null) && path.length < DEPTH;
  if (!deeper || !isJsonObject(a) || !isJsonObject(b)) return [path.join('.')];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) => differingFields(a[key], b[key], [...path, key]));
}

async function otherFiles(
  { root, settings, files, needHelm }: Generated,
  { lock }: Prepared,
): Promise<Result<AdoptedFile[]>> {
  const outputs = new Set(files.map(({ path }) => path));
  const waiting = new Set(needHelm.map(({ output }) => `${settings.manifestsDir}/${output}`));
  const locked = new Set(
    [...lock.lock.entries.keys()].map((output) => `${settings.manifestsDir}/${output}`),
  );
  const present = await findFiles(root, [`${settings.manifestsDir}/**/*`]);
  if (!present.ok) return present;
  const others = present.value.filter((path) => !outputs.has(path));
  return success(
    others.map((path) => {
      const known = locked.has(path) ? 'leftover' : 'foreign';
      return { path, state: waiting.has(path) ? 'waiting' : known, details: [] };
    }),
  );
}
