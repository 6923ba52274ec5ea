import * as z from 'zod';
import type { Ir } from '../bridge/ir.ts';
import { IR_VERSION, irSchema } from '../bridge/ir.ts';
import { describeMismatches } from '../bridge/mismatch.ts';
import type { SourceRoot } from '../bridge/relocate.ts';
import { relocateDeclarations } from '../bridge/relocate.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { errorAt } from '../core/diagnostic.ts';
import { isJsonObject } from '../core/json.ts';
import type { Result } from '../core/result.ts';
import { failure, success } from '../core/result.ts';
import type { CrossedValues } from './values.ts';
import { crossedSchema } from './values.ts';

/** What `optionsToIR` gives, read. */
export interface IrDocument {
  readonly ir: Ir;
  readonly values: CrossedValues;
}

const valuesSchema = z.object({ defaults: crossedSchema, examples: crossedSchema });

/**
 * `{ ir; defaults; examples; }` of `optionsToIR`, parsed from JSON. Another version of the IR is one
 * `config/contract` finding; everything else that does not fit is one `nix/ir` finding each.
 */
export function readDocument(document: unknown, roots: readonly SourceRoot[]): Result<IrDocument> {
  const ir: unknown = isJsonObject(document) ? document['ir'] : undefined;
  const version = isJsonObject(ir) ? ir['version'] : undefined;
  if (version !== IR_VERSION) return failure(otherVersion(version));
  const parsedIr = irSchema.safeParse(ir);
  const parsedValues = valuesSchema.safeParse(document);
  if (parsedIr.success && parsedValues.success) {
    // The IR as it came: zod's copy would lose an option called `__proto__`.
    return success({ ir: relocateDeclarations(ir as Ir, roots), values: parsedValues.data });
  }
  const mismatches = [
    ...(parsedIr.error === undefined ? [] : describeMismatches(parsedIr.error, ir)),
    ...(parsedValues.error === undefined ? [] : describeMismatches(parsedValues.error, document)),
  ];
  return failure(
    ...mismatches.map(({ path, sentence }) =>
      errorAt('nix/ir', `the option tree does not follow ${IR_VERSION}: ${sentence}`, {
        pointer: path,
      }),
    ),
  );
}

function otherVersion(version: unknown): Diagnostic {
  const found = typeof version === 'string' ? JSON.stringify(version) : 'no version';
  return errorAt(
    'config/contract',
    `the Nix side sends an option tree of ${found}, this program reads "${IR_VERSION}"`,
    { help: 'take `optionsToIR` and the `gantry` program from the same version of Gantry' },
  );
}
