import { errorAt, isAbout, type Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { describeObject } from '../core/object.ts';
import { toDotted, toPointer } from '../core/pointer.ts';
import type { Tree, TreeObject } from '../core/tree.ts';
import { resolveReferences } from '../references/resolve.ts';
import { takesTextOnly } from '../validation/schema/node-at.ts';
import type { SchemaRegistry } from '../validation/schema/registry.ts';
import { substitute } from '../references/substitute.ts';
import type { Identities } from '../sops/identities.ts';
import { isProjectKey, type ProjectKeys } from '../sops/project-key.ts';
import { checkInjected, checkSubstituted } from '../validation/injected.ts';
import { applySettingsAgain } from '../validation/settings.ts';
import type { CreationRules } from './creation-rules.ts';
import type { Decision } from './decide.ts';
import type { Generated } from './gmanifests.ts';
import { referencesOf } from './facts.ts';
import type { Stores } from './stores.ts';

/** A file whose placeholders are resolved. Its tree holds secrets: it goes to src/sops and nowhere else. */
export interface ResolvedFile {
  readonly decision: Decision;
  readonly objects: readonly TreeObject[];
}

/** What stage vmanifests gives. */
export interface ResolvedFiles {
  readonly files: ResolvedFile[];
  /** How many different references were resolved. */
  readonly references: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where values come from, and what they must be. */
export interface ValueSources {
  readonly stores: Stores;
  readonly registry: SchemaRegistry;
  readonly rules: CreationRules;
  readonly identities: () => Promise<Identities>;
  /** What is known of the files, and how findings about them weigh. */
  readonly generated: Pick<Generated, 'substituted' | 'settings'>;
}

/**
 * Stage vmanifests: resolve the placeholders of the encrypted files that are not done yet, in memory only. Afterwards
 * values are in these files and nowhere else: each stage behind takes them out of the list it is given.
 */
export async function vmanifests(
  decisions: readonly Decision[],
  { stores, registry, rules, identities, generated }: ValueSources,
): Promise<Result<ResolvedFiles>> {
  const open = decisions.filter(({ file, reasons }) => file.encrypt && reasons.length > 0);
  const references = referencesOf(open.map(({ file }) => file));
  const resolved = await resolveReferences([...references.values()], stores);
  const errors = resolved.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return failure(...withFiles(errors, open));
  const recipients = new Set([...rules.recipients, ...(await stores.recipients())]);
  stores.forget();
  const results = open.map((decision) => inject(decision, resolved.values, registry));
  const findings = results.flatMap((result) => (result.ok ? [] : result.diagnostics));
  if (findings.length > 0) return failure(...findings);
  const files = results.flatMap((result) => (result.ok ? [result.value] : []));
  const leaks = await Promise.all(files.map((file) => checkKeys(file, { recipients, identities })));
  if (leaks.flat().length > 0) return failure(...leaks.flat());
  const changed = files.flatMap((file) => checkChanged(file, generated));
  if (changed.some(({ severity }) => severity === 'error')) return failure(...changed);
  const diagnostics = [...resolved.diagnostics, ...changed];
  return success({ files, references: references.size, diagnostics });
}

/** What Flux would make of values, in the files that it puts variables into. */
function checkChanged(
  { decision, objects }: ResolvedFile,
  { substituted, settings }: ValueSources['generated'],
): Diagnostic[] {
  const { file } = decision;
  if (!substituted.has(file.path)) return [];
  const located = file.objects.map((object) => ({ file: file.path, object }));
  return applySettingsAgain(checkSubstituted(file, objects), settings, located);
}

function inject(
  decision: Decision,
  values: Parameters<typeof substitute>[0]['values'],
  registry: SchemaRegistry,
): Result<ResolvedFile> {
  const { path, objects, placements } = decision.file;
  const substituted = substitute({
    ...{ file: path, objects, placements, values },
    takesText: (object, place) => takesTextOnly(registry, object, place),
  });
  if (!substituted.ok) return substituted;
  const findings = checkInjected(decision.file, substituted.value, registry);
  return findings.length > 0
    ? failure(...findings)
    : success({ decision, objects: substituted.value });
}

/** An identity of the project never leaves src/sops, unless an object says why it must: Flux decrypts with one. */
async function checkKeys(
  { decision, objects }: ResolvedFile,
  keys: ProjectKeys,
): Promise<Diagnostic[]> {
  const { path: file, placements, objects: before } = decision.file;
  const found: Diagnostic[] = [];
  for (const { object: index, path } of placements) {
    const [injected, object] = [objects[index], before[index]];
    if (injected === undefined || object === undefined) continue;
    const value = path.reduce<Tree | undefined>(memberOf, injected);
    if (value === undefined || !(await isProjectKey(value, keys))) continue;
    found.push(
      errorAt(
        'secrets/project-key',
        `${toDotted(path)}: the value is a private key of this project`,
        {
          ...{ file, object: describeObject(object), pointer: toPointer(path) },
          help: 'whoever opens this file would open all others; if that is meant, as for the Secret that Flux decrypts with, annotate the object: gantry.dev/ignore: "secrets/project-key: REASON"',
        },
      ),
    );
  }
  const located = before.map((object) => ({ file, object }));
  return applySettingsAgain(found, { rules: {} }, located);
}

function memberOf(tree: Tree | undefined, part: string | number): Tree | undefined {
  return (tree as Record<string | number, Tree> | undefined)?.[part];
}

/** When a run stops for want of an identity, the files that need one are named. */
function withFiles(errors: readonly Diagnostic[], open: readonly Decision[]): Diagnostic[] {
  const files = open.map(({ file }) => file.path).join(', ');
  const needed = errors.some(isAbout('no key'));
  return needed
    ? [...errors, errorAt('secrets/needed-for', `a key is needed for ${files}`)]
    : [...errors];
}
