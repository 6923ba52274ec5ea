import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { isJsonObject, type Json } from '../core/json.ts';
import { describeObject, type KubernetesObject } from '../core/object.ts';
import { toDotted, toPointer, type Path } from '../core/pointer.ts';
import type { Placement } from '../core/reference.ts';
import { lexPlaceholders, mayHoldPlaceholder } from './placeholder.ts';

/** The placeholders of a manifest file, and a diagnostic `reference/malformed` for each unreadable one. */
export interface Collected {
  readonly placements: readonly Placement[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Walks the objects of a file once and finds every string with placeholders. Keys of mappings are not looked at. */
export function collectPlaceholders(objects: readonly KubernetesObject[], file: string): Collected {
  const placements: Placement[] = [];
  const diagnostics: Diagnostic[] = [];
  objects.forEach((object, index) => {
    forEachString(object, [], (text, path) => {
      if (!mayHoldPlaceholder(text)) return;
      const { spans, problems } = lexPlaceholders(text);
      if (spans.length > 0) placements.push({ object: index, path, text, spans });
      for (const problem of problems) {
        diagnostics.push(
          errorAt('reference/malformed', `${toDotted(path)}: ${problem.message}`, {
            file,
            object: describeObject(object),
            pointer: toPointer(path),
            ...(problem.help === undefined ? {} : { help: problem.help }),
          }),
        );
      }
    });
  });
  return { placements, diagnostics };
}

function forEachString(value: Json, path: Path, visit: (text: string, path: Path) => void): void {
  if (typeof value === 'string') visit(value, path);
  else if (Array.isArray(value))
    value.forEach((item, index) => {
      forEachString(item, [...path, index], visit);
    });
  else if (isJsonObject(value)) {
    for (const [key, item] of Object.entries(value)) forEachString(item, [...path, key], visit);
  }
}
