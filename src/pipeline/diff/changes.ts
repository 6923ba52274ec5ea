import type { Diagnostic } from '../../core/diagnostic.ts';
import { all, success, type Result } from '../../core/result.ts';
import {
  compareTrees,
  type ObjectChange,
  type PlacedObject,
} from '../../validation/diff/compare-trees.ts';
import type { ObjectView } from '../../validation/diff/view.ts';
import { applySettingsAgain } from '../../validation/settings.ts';
import { checkUpgrade } from '../../validation/upgrade/check.ts';
import type { Decision } from '../decide.ts';
import type { Generated } from '../gmanifests.ts';
import type { FormerTree } from './former-tree.ts';
import { viewClear, viewDefined, viewText } from './views.ts';

/** What the modules change in a tree as it was. */
export function changesSince(
  former: FormerTree,
  decisions: readonly Decision[],
  generated: Generated,
): Result<ObjectChange[]> {
  const sides = bothSides(decisions, former, generated);
  if (!sides.ok) return sides;
  const { before, after } = sides.value;
  return success(compareTrees(before, after, generated.registry));
}

/** What an API server would refuse of changes, and removals that lose data, as the settings want it. */
export function upgradeFindings(
  changes: readonly ObjectChange[],
  { settings }: Generated,
): Diagnostic[] {
  return applySettingsAgain(checkUpgrade(changes), settings, changes);
}

interface Sides {
  readonly before: readonly PlacedObject[];
  readonly after: readonly PlacedObject[];
}

/** The objects of the files that differ; those of all others are the same on both sides. */
function bothSides(
  decisions: readonly Decision[],
  former: FormerTree,
  generated: Generated,
): Result<Sides> {
  const { manifestsDir } = generated.settings;
  const differing = decisions.filter(({ file, present, rendered, reasons }) => {
    const text = rendered ?? (reasons.length === 0 ? present : undefined);
    return text === undefined || former.files.get(file.output) !== text;
  });
  const now = differing.map((decision) => viewNow(decision, former));
  const outputs = new Set(differing.map(({ file }) => file.output));
  const before = [...former.files]
    .filter(([output]) => outputs.has(output) || isGone(output, former, generated))
    .map(([output, text]) =>
      placed(`${manifestsDir}/${output}`, viewText(text, `${manifestsDir}/${output}`)),
    );
  const [old, after] = [all(before), all(now)];
  if (!old.ok) return old;
  return after.ok ? success({ before: old.value.flat(), after: after.value.flat() }) : after;
}

/** What others put into the tree is left aside. */
function isGone(output: string, former: FormerTree, { partial, bundle }: Generated): boolean {
  const isMade = Object.values(bundle.modules).some((module) => module.output === output);
  return !partial && !isMade && former.isOwned(output);
}

function viewNow(decision: Decision, { lock }: FormerTree): Result<PlacedObject[]> {
  const { file, reasons, present } = decision;
  if (!file.encrypt) return placed(file.path, success(viewClear(file.objects)));
  const isWritten = reasons.length === 0 && present !== undefined;
  const objects = isWritten
    ? viewText(present, file.path)
    : success(viewDefined(decision, lock?.entries.get(file.output)));
  return placed(file.path, objects);
}

function placed(file: string, objects: Result<ObjectView[]>): Result<PlacedObject[]> {
  return objects.ok ? success(objects.value.map((object) => ({ file, object }))) : objects;
}
