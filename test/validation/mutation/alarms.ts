import type { Diagnostic } from '../../../src/core/diagnostic.ts';
import type { ManifestFile } from '../../../src/core/manifest-file.ts';
import type { SchemaRegistry } from '../../../src/validation/schema/registry.ts';
import { validateReferences } from '../../../src/validation/validate-references.ts';
import { validateFiles } from '../../../src/validation/validate.ts';
import { WHOLE } from '../tree-of.ts';

/** The errors and warnings of a tree, as `code object pointer`. */
export function alarms(files: readonly ManifestFile[], registry: SchemaRegistry): string[] {
  const settings = { rules: {}, external: {} };
  return [
    ...validateFiles(files, { registry, settings }),
    ...validateReferences(files, WHOLE, settings),
  ].flatMap((found) => (found.severity === 'info' ? [] : [brief(found)]));
}

function brief({ code, object, pointer }: Diagnostic): string {
  return `${code} ${object ?? ''} ${pointer ?? ''}`;
}
