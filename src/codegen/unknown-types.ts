import type { Ir, IrTypeOf } from '../bridge/ir.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { infoAt, warningAt } from '../core/diagnostic.ts';
import { described } from './docs.ts';
import { findNodes } from './find-nodes.ts';

/** One finding per type that becomes `unknown`: nothing is given up silently. */
export function unknownTypeWarnings(ir: Ir): Diagnostic[] {
  return findNodes(ir, isUnknown).map(({ words, node }) =>
    FINDINGS[node.reason](words.join('.'), node),
  );
}

type UnknownType = IrTypeOf<'unknown'>;

const FINDINGS: Readonly<
  Record<UnknownType['reason'], (option: string, type: UnknownType) => Diagnostic>
> = {
  depth: (option) =>
    warningAt(
      'codegen/depth',
      `${option} is nested too deep to be followed, or holds itself in a way that cannot be told: anything is accepted there`,
      { help: 'bind the submodule that holds itself to one name with `let` and refer to that' },
    ),
  shallow: (option) =>
    infoAt(
      'codegen/shallow',
      `${option} hides what lies below it (visible = "shallow"): anything is accepted there`,
    ),
  type: (option, type) =>
    warningAt(
      'codegen/unknown-type',
      `${option} has the type ${described(type)}, which is not one of lib.types: anything is accepted there`,
    ),
};

function isUnknown(part: object): part is UnknownType {
  return 'kind' in part && part.kind === 'unknown' && 'reason' in part;
}
