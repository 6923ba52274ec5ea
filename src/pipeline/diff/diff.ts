import type { Diagnostic } from '../../core/diagnostic.ts';
import { success, type Result } from '../../core/result.ts';
import type { ObjectChange } from '../../validation/diff/compare-trees.ts';
import { generateAnyway, type Generated } from '../gmanifests.ts';
import type { RunOptions } from '../options.ts';
import { addOrigins } from '../origins/add.ts';
import { prepare } from '../prepare.ts';
import { projectRoot } from '../project-root.ts';
import { changesSince, upgradeFindings } from './changes.ts';
import { readFormerTree } from './former-tree.ts';

export type { ObjectChange };

/** What `gantry diff` shows. */
export interface DiffReport {
  readonly generated: Generated;
  readonly changes: readonly ObjectChange[];
  /** What an API server would refuse of it, and removals that lose data. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compares what the modules give now with a tree as it was: HEAD's, another revision's, or that of a folder. No key is
 * needed and no placeholder resolved. What validation says of the project is left to the commands that act on it.
 */
export async function diff(
  options: RunOptions & { readonly against: string },
): Promise<Result<DiffReport>> {
  const root = await projectRoot(options);
  if (!root.ok) return root;
  const generated = await generateAnyway(root.value, options);
  if (!generated.ok) return generated;
  const { manifestsDir, lockFile } = generated.value.settings;
  const place = { root: root.value, cwd: options.cwd, manifestsDir, lockFile };
  const former = await readFormerTree(options.against, place);
  if (!former.ok) return former;
  const prepared = await prepare(generated.value, { ...options, adopt: true });
  if (!prepared.ok) return prepared;
  const { decisions } = prepared.value;
  const changes = changesSince(former.value, decisions, generated.value);
  if (!changes.ok) return changes;
  const found = upgradeFindings(changes.value, generated.value);
  const files = decisions.map(({ file }) => file);
  const diagnostics = await addOrigins(found, { ...generated.value, files }, options);
  return success({ generated: generated.value, changes: changes.value, diagnostics });
}
