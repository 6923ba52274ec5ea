import type { Diagnostic } from '../../core/diagnostic.ts';
import { fromPointer, toDotted } from '../../core/pointer.ts';

/** Findings of one cause: what is wrong is the same, only the places differ. */
export interface Group {
  readonly code: Diagnostic['code'];
  readonly severity: Diagnostic['severity'];
  /** What is wrong, without the place where all have that in common. */
  readonly message: string;
  readonly help?: string;
  /** At least one, in the order they were found. */
  readonly found: readonly [Diagnostic, ...Diagnostic[]];
}

/** Findings by their cause, in the order of the first of each. */
export function groupFindings(diagnostics: readonly Diagnostic[]): Group[] {
  const groups = new Map<string, [Diagnostic, ...Diagnostic[]]>();
  for (const found of diagnostics) {
    const { code, severity, help } = found;
    const key = JSON.stringify([code, severity, causeOf(found), help]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [found]);
    else known.push(found);
  }
  return [...groups.values()].map((found) => {
    const [{ code, severity, help, ...first }] = found;
    const message = found.length > 1 ? withoutPlace(found[0]) : first.message;
    return { code, severity, message, ...(help === undefined ? {} : { help }), found };
  });
}

/** What is wrong, whatever file and place it stands in. */
function causeOf(found: Diagnostic): string {
  const { file } = found;
  const message = withoutPlace(found);
  return file === undefined ? message : message.replaceAll(file, '\u0000');
}

/** The message without the path or file that it begins with. */
function withoutPlace({ message, pointer, file }: Diagnostic): string {
  const path = pointer === undefined ? [] : fromPointer(pointer);
  // The path of an item of a List begins at the List, that in a message may begin at the item.
  const starts = [...path.keys(), path.length].map((from) => toDotted(path.slice(from)));
  const fronts = [...starts, file].filter((front) => front !== undefined && front !== '');
  const front = fronts.find((each) => message.startsWith(`${each}: `));
  return front === undefined ? message : message.slice(front.length + 2);
}
