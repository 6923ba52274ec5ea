import { join } from 'node:path';
import type { ManifestFile } from '../core/manifest-file.ts';
import { isSecret, secretKey, secretKeys } from '../core/roll.ts';
import { readText } from '../fs/read.ts';
import { checksumsOf, type Checksums } from './checksums.ts';
import type { Decision } from './decide.ts';
import type { Reason } from './reasons.ts';

interface Tree {
  readonly root: string;
  readonly manifestsDir: string;
  readonly files: readonly ManifestFile[];
  readonly partial: boolean;
}

/**
 * The checksums that the tree holds now of the Secrets that workloads roll on, needing no key. In a run over some of
 * the modules, the files that it leaves alone (`outputs` names them all) count too.
 */
export function readChecksums(tree: Tree, outputs: readonly string[]): Checksums {
  const wanted = new Set(tree.files.flatMap(({ rolls }) => rolls.flatMap(secretKeys)));
  const made = tree.files.filter(({ objects }) => makesOne(objects, wanted));
  const own = new Set(tree.files.map(({ output }) => output));
  const others = tree.partial ? outputs.filter((output) => !own.has(output)) : [];
  const found = [
    ...others.map((output) => read(tree.root, `${tree.manifestsDir}/${output}`)),
    ...made.map(({ path, objects }) => {
      const checksums = read(tree.root, path);
      const kept = new Set(objects.filter(isSecret).map(secretKey));
      return [...checksums].filter(([key]) => kept.has(key));
    }),
  ];
  return new Map(found.flatMap((checksums) => [...checksums]));
}

/**
 * Decisions in which a file is not done when a Secret that it rolls on is in one that is not: whether its checksum
 * stays shows only once that is sealed.
 */
export function spreadRolls(decisions: readonly Decision[]): Decision[] {
  const holder = new Map(
    decisions.flatMap((decision) =>
      decision.file.objects.filter(isSecret).map((secret) => [secretKey(secret), decision]),
    ),
  );
  return decisions.map((decision) => {
    if (decision.reasons.length > 0) return decision;
    const secrets = new Set(decision.file.rolls.flatMap(secretKeys));
    const reasons = [...secrets].flatMap((secret) => inherited(secret, holder.get(secret)));
    return { ...decision, reasons };
  });
}

/** What only a key can tell of the Secret, only a key can tell of what rolls on it. */
function inherited(secret: string, holder: Decision | undefined): Reason[] {
  const reasons = holder?.reasons ?? [];
  if (reasons.length === 0 || reasons.every(({ kind }) => kind === 'opaque')) return [...reasons];
  return [{ kind: 'roll', secret }];
}

function makesOne(objects: ManifestFile['objects'], wanted: ReadonlySet<string>): boolean {
  return objects.some((object) => isSecret(object) && wanted.has(secretKey(object)));
}

function read(root: string, path: string): Checksums {
  const text = readText(join(root, path), path);
  return text.ok && text.value !== undefined ? checksumsOf(text.value, path) : new Map();
}
