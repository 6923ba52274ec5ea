import type { Ir, IrType } from '../bridge/ir.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { infoAt, warningAt } from '../core/diagnostic.ts';
import { described } from './docs.ts';

/** One finding per type that becomes `unknown`: nothing is given up silently. */
export function unknownTypeWarnings(ir: Ir): Diagnostic[] {
  return unknownTypes(ir, []).map(({ words, type }) =>
    FINDINGS[type.reason](words.join('.'), type),
  );
}

const FINDINGS: Readonly<
  Record<Found['type']['reason'], (option: string, type: Found['type']) => Diagnostic>
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

interface Found {
  readonly words: readonly string[];
  readonly type: Extract<IrType, { kind: 'unknown' }>;
}

function unknownTypes(part: unknown, words: readonly string[]): Found[] {
  if (typeof part !== 'object' || part === null) return [];
  if (isUnknown(part)) return [{ words, type: part }];
  return Object.entries(part).flatMap(([key, member]) =>
    HOLDS_NAMES.has(key) && !Array.isArray(member)
      ? Object.entries(member as object).flatMap(([name, inner]) =>
          unknownTypes(inner, [...words, name]),
        )
      : unknownTypes(member, words),
  );
}

/** Members of nodes whose own keys are names of options. */
const HOLDS_NAMES: ReadonlySet<string> = new Set(['options', 'tags']);

function isUnknown(part: object): part is Found['type'] {
  return 'kind' in part && part.kind === 'unknown' && 'reason' in part;
}
