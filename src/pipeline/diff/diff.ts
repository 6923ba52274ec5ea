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
import { generateAnyway, type Generated } from '../gmanifests.ts';
import type { RunOptions } from '../options.ts';
import { addOrigins } from '../origins/add.ts';
import { prepare, type Prepared } from '../prepare.ts';
import { projectRoot } from '../project-root.ts';
import { recipientsOfTexts } from '../recipients/known.ts';
import { namedInProject, newInProject } from '../recipients/of-project.ts';
import { auditProject } from '../secrets/audit-project.ts';
import { readFormerTree, type FormerTree } from './former-tree.ts';
import { viewClear, viewDefined, viewText } from './views.ts';

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
  const sides = bothSides(decisions, former.value, generated.value);
  if (!sides.ok) return sides;
  const { before, after } = sides.value;
  const changes = compareTrees(before, after, generated.value.registry);
  const found = applySettingsAgain(checkUpgrade(changes), generated.value.settings, changes);
  const files = decisions.map(({ file }) => file);
  const diagnostics = await addOrigins(found, { ...generated.value, files }, options);
  const recipients = await newRecipients(prepared.value, former.value, options.against);
  if (!recipients.ok) return recipients;
  return success({
    generated: generated.value,
    changes,
    diagnostics: [...recipients.value, ...diagnostics],
  });
}

/** Who can open what now, and could open nothing then: the rules and files of the former tree do not know them. */
async function newRecipients(
  prepared: Prepared,
  former: FormerTree,
  against: string,
): Promise<Result<readonly Diagnostic[]>> {
  const audited = await auditProject(prepared);
  if (!audited.ok) return audited;
  const config: [string, string][] =
    former.sopsConfig === undefined ? [] : [['.sops.yaml', former.sopsConfig]];
  const recipients = new Set(recipientsOfTexts(new Map([...config, ...former.files])));
  const named = namedInProject(prepared, audited.value.files);
  return success(newInProject(named, { revision: against, recipients }, prepared).diagnostics);
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
