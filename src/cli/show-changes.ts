import { describeReason } from '../pipeline/decide.ts';
import type { Change } from '../pipeline/emanifests.ts';

/** Changes as a program reads them. */
export function listChanges(changes: readonly Change[], removed: readonly string[]) {
  return [
    ...changes.map(({ path, action, reasons, sealed }) => ({
      path,
      action,
      reasons: reasons.map(describeReason),
      ...(sealed === undefined ? {} : { sealed }),
    })),
    ...removed.map((path) => ({
      path,
      action: 'removed',
      reasons: ['no module makes it any more'],
    })),
  ];
}

/** One line per file that changes: what happens to it, how much of it is sealed, and why. */
export function describeChanges(changes: readonly Change[], removed: readonly string[]): string {
  const lines = listChanges(changes, removed)
    .filter(({ action }) => action !== 'unchanged')
    .map((change) => {
      const sealed =
        'sealed' in change && change.sealed
          ? ` (${change.sealed.values} of ${change.sealed.leaves} values sealed)`
          : '';
      return `  ${change.action.padEnd(8)} ${change.path}${sealed}: ${change.reasons.join(', ')}\n`;
    });
  return lines.join('');
}
