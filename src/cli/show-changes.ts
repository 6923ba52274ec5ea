import { count } from '../core/words.ts';
import { describeReason } from '../pipeline/reasons.ts';
import type { Change } from '../pipeline/emanifests.ts';

/** What happens to a file, as a program reads it. */
export interface ListedChange {
  readonly path: string;
  readonly action: Change['action'] | 'removed';
  readonly reasons: readonly string[];
  readonly sealed?: { readonly values: number; readonly leaves: number };
}

/** Changes and removals of a run, in the order of the modules. */
export function listChanges(
  changes: readonly Change[],
  removed: readonly string[],
): ListedChange[] {
  return [
    ...changes.map(({ path, action, reasons, sealed }) => ({
      path,
      action,
      reasons: reasons.map(describeReason),
      ...(sealed === undefined ? {} : { sealed }),
    })),
    ...removed.map((path) => ({
      path,
      action: 'removed' as const,
      reasons: ['no module makes it any more'],
    })),
  ];
}

/** One line per file that changes: what happens to it, how much of it is sealed, and why. */
export function describeChanges(changes: readonly Change[], removed: readonly string[]): string {
  return listChanges(changes, removed)
    .filter(({ action }) => action !== 'unchanged')
    .map(describeChange)
    .join('');
}

function describeChange({ action, path, sealed, reasons }: ListedChange): string {
  const share =
    sealed === undefined ? '' : ` (${sealed.values} of ${count(sealed.leaves, 'value')} sealed)`;
  return `  ${action.padEnd(8)} ${path}${share}: ${reasons.join(', ')}\n`;
}
