import { collectValues, rangeFunction } from '../../codegen/collect-values.ts';
import { crossedSchema, type Crossed } from '../../codegen/values.ts';
import { errorAt } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';

/** Asks Nix what a function, as Nix text, makes of something. */
export type Ask = (view: string) => Promise<Result<unknown>>;

/**
 * `{ ir; defaults; examples; }` of an option tree, as JSON. In one evaluation where every default and example
 * can be evaluated; else the IR in one, and defaults and examples by halves, so that each that fails costs itself alone.
 */
export async function collectDocument(ask: Ask): Promise<Result<unknown>> {
  const whole = await ask(WHOLE_DOCUMENT);
  if (whole.ok) return whole;
  const ir = await ask('document: document.ir');
  if (!ir.ok) return ir;
  const defaults = await collectAll('defaults', ask);
  if (!defaults.ok) return defaults;
  const examples = await collectAll('examples', ask);
  if (!examples.ok) return examples;
  return success({ ir: ir.value, defaults: defaults.value, examples: examples.value });
}

/** Takes the document out of what holds it. */
export const WHOLE_DOCUMENT = 'document: { inherit (document) ir defaults examples; }';

async function collectAll(
  part: 'defaults' | 'examples',
  ask: Ask,
): Promise<Result<Record<string, Crossed>>> {
  const names = await ask(`document: builtins.attrNames document.${part}`);
  if (!names.ok) return names;
  return success(
    await collectValues(names.value as string[], async (range) => {
      const values = await ask(`document: (${rangeFunction(range)}) document.${part}`);
      if (!values.ok) return values;
      const parsed = crossedSchema.safeParse(values.value);
      return parsed.success
        ? success(parsed.data)
        : failure(errorAt('nix/ir', `${part} of the option tree are not what this program reads`));
    }),
  );
}
