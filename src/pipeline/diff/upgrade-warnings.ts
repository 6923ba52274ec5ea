import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Decision } from '../decide.ts';
import type { Generated } from '../gmanifests.ts';
import type { RunOptions } from '../options.ts';
import { addOrigins } from '../origins/add.ts';
import { changesSince, upgradeFindings } from './changes.ts';
import { readCommittedTree, type FormerTree } from './former-tree.ts';

/** The tree of HEAD, which is what the cluster has; undefined without git, a repository or a commit. */
export async function committedTree({
  root,
  settings,
}: Generated): Promise<FormerTree | undefined> {
  const { manifestsDir, lockFile } = settings;
  const tree = await readCommittedTree({ root, manifestsDir, lockFile });
  return tree.ok ? tree.value : undefined;
}

/**
 * What a cluster would refuse of a run, told as warnings while it can still be changed: `gantry diff` tells it as errors.
 * Nothing where no former tree is known, or where it cannot be read.
 */
export async function upgradeWarnings(
  former: FormerTree | undefined,
  { decisions, generated }: { decisions: readonly Decision[]; generated: Generated },
  options: RunOptions,
): Promise<readonly Diagnostic[]> {
  const changes = former && changesSince(former, decisions, generated);
  if (changes?.ok !== true) return [];
  const found = upgradeFindings(changes.value, generated).map(asWarning);
  const files = decisions.map(({ file }) => file);
  return found.length === 0 ? [] : addOrigins(found, { ...generated, files }, options);
}

function asWarning(found: Diagnostic): Diagnostic {
  return found.severity === 'error' ? { ...found, severity: 'warning' } : found;
}
