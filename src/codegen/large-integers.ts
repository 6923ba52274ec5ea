import type { Ir, IrTypeOf } from '../bridge/ir.ts';
import { warningAt, type Diagnostic } from '../core/diagnostic.ts';
import { findNodes, optionNames } from './find-nodes.ts';
import { isLarge } from './shape.ts';
import { isIrNumber, numeral } from './shapes/numerals.ts';
import type { Crossed, CrossedValues } from './values.ts';

/**
 * One warning per option whose default holds, or whose type lists, an integer beyond those of JavaScript: the generated
 * zod schema refuses that value.
 */
export function largeIntegerWarnings(ir: Ir, { defaults }: CrossedValues): Diagnostic[] {
  const found = [
    ...Object.entries(defaults).flatMap(([pointer, value]) =>
      largeIn(value).map((digits) => [optionNames(pointer), `has the default ${digits}`] as const),
    ),
    ...findNodes(ir, isEnum).flatMap(({ words, node }) =>
      largeValues(node).map((digits) => [words, `may be ${digits}`] as const),
    ),
  ];
  return found.map(([words, what]) =>
    warningAt(
      'codegen/large-integer',
      `${words.join('.')} ${what}, beyond the integers that JavaScript holds (±(2^53−1)): no program can read it with the generated schema`,
      { help: 'declare the option as a string, or generate JSON Schema and read it elsewhere' },
    ),
  );
}

/** The first integer beyond ±(2^53−1) in a value. */
function largeIn(value: Crossed): string[] {
  if (!('digits' in value)) return [];
  const numbers = value.digits.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').match(/-?\d[-+.\de]*/g) ?? [];
  return numbers
    .filter((digits) => /^-?\d+$/.test(digits) && !Number.isSafeInteger(Number(digits)))
    .slice(0, 1);
}

function largeValues({ values }: IrTypeOf<'enum'>): string[] {
  return values
    .filter(isIrNumber)
    .map(numeral)
    .flatMap((value) => (isLarge(value) ? [value.digits] : []));
}

function isEnum(part: object): part is IrTypeOf<'enum'> {
  return 'kind' in part && part.kind === 'enum' && 'values' in part && Array.isArray(part.values);
}
