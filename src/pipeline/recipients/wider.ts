import { warningAt, type Diagnostic } from '../../core/diagnostic.ts';
import { describeObject, type KubernetesObject } from '../../core/object.ts';
import { toPointer } from '../../core/pointer.ts';
import type { Placement } from '../../core/reference.ts';
import {
  accessOfFile,
  accessOfRule,
  everybodyOf,
  opensAlone,
  type Access,
} from '../../sops/audit/access.ts';
import { applySettingsAgain, type RuleSettings } from '../../validation/settings.ts';
import type { Decision } from '../decide.ts';
import type { Stores } from '../stores.ts';

/**
 * Rule `recipient/wider`: manifest files whose recipients can open what they cannot in the store that a value comes from.
 * One finding for each store and set of such recipients, at the first placeholder; objects may opt out.
 */
export async function widerFindings(
  decisions: readonly Decision[],
  stores: Pick<Stores, 'parseStore'>,
  settings: RuleSettings,
): Promise<Diagnostic[]> {
  const groups = new Map<string, { first: Diagnostic; files: Set<string>; rest: Surplus }>();
  for (const decision of decisions) {
    for (const use of usesOf(decision)) {
      const recipients = await surplusOf(decision, use, stores);
      if (recipients.length === 0) continue;
      const objects = [{ file: decision.file.path, object: use.object }];
      const [first] = applySettingsAgain([placeOf(decision, use)], settings, objects);
      if (first === undefined) continue;
      const rest = { store: use.store, recipients };
      const group = groups.get(JSON.stringify(rest)) ?? { first, files: new Set(), rest };
      group.files.add(decision.file.path);
      groups.set(JSON.stringify(rest), group);
    }
  }
  return [...groups.values()].map(({ first, files, rest }) => ({
    ...first,
    message: describe(files, rest),
  }));
}

interface Surplus {
  readonly store: string;
  readonly recipients: readonly string[];
}

async function surplusOf(
  { facts }: Decision,
  { store }: Use,
  stores: Pick<Stores, 'parseStore'>,
): Promise<string[]> {
  const parsed = await stores.parseStore(store);
  if (!parsed.ok || facts.rule === undefined) return [];
  return beyond(accessOfRule(facts.rule), accessOfFile(parsed.value.metadata));
}

/** Recipients that open one of two files and not the other, or only together with others. */
function beyond(file: Access, store: Access): string[] {
  const known = everybodyOf(store);
  return everybodyOf(file).filter(
    (recipient) =>
      !known.includes(recipient) || (opensAlone(recipient, file) && !opensAlone(recipient, store)),
  );
}

interface Use {
  readonly store: string;
  readonly placement: Placement;
  readonly object: KubernetesObject;
}

/** For each object the stores that its placeholders name, with the first placeholder for each. */
function usesOf({ file }: Decision): Use[] {
  const uses = new Map<string, Use>();
  for (const placement of file.placements) {
    const object = file.objects[placement.object];
    for (const { reference } of placement.spans) {
      const slot = JSON.stringify([placement.object, reference.path]);
      if (reference.scheme !== 'sops' || object === undefined || uses.has(slot)) continue;
      uses.set(slot, { store: reference.path, placement, object });
    }
  }
  return [...uses.values()];
}

function placeOf({ file, facts }: Decision, { placement, object }: Use): Diagnostic {
  return warningAt('recipient/wider', '', {
    file: file.path,
    object: describeObject(object),
    pointer: toPointer(placement.path),
    ...(facts.rule === undefined ? {} : { origin: facts.rule.origin }),
    help: 'name fewer recipients in the creation rule of the file, or let them open the store too',
  });
}

const MOST = 3;

function describe(files: ReadonlySet<string>, { store, recipients }: Surplus): string {
  const more = files.size > MOST ? ` and ${files.size - MOST} more` : '';
  const paths = [...files].slice(0, MOST).join(', ') + more;
  const who = recipients.join(', ');
  return `values of ${store} go to recipients who do not open it themselves: ${who} can open ${paths}`;
}
