import type { Diagnostic } from '../../core/diagnostic.ts';
import { describeObject } from '../../core/object.ts';
import { toPointer } from '../../core/pointer.ts';
import type { Finding } from './finding.ts';
import type { TreeEntry } from './tree-object.ts';

/** A finding with the object that it is about; its path starts at the document. */
export function diagnosticOf(entry: TreeEntry, finding: Finding): Diagnostic {
  const { code, severity = 'error', message, path, help } = finding;
  const origin = entry.origin?.(entry.index, path);
  return {
    code,
    severity,
    message,
    file: entry.file,
    object: describeObject(entry.object),
    pointer: toPointer(path),
    ...(origin === undefined ? {} : { origin }),
    ...(help === undefined ? {} : { help }),
  };
}
