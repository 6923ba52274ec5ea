import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';

/** A module and the manifest file it becomes. */
export interface Output {
  readonly module: string;
  readonly output: string;
}

/** Rule `layout/duplicate-output`: two modules that become one manifest file, as `x.enc.nix` beside an encrypted `x.nix`. */
export function duplicateOutputs(outputs: readonly Output[]): Diagnostic[] {
  const modules = new Map<string, string[]>();
  for (const { module, output } of outputs)
    modules.set(output, [...(modules.get(output) ?? []), module]);
  return [...modules]
    .filter(([, names]) => names.length > 1)
    .map(([output, names]) =>
      errorAt('layout/duplicate-output', `${names.join(' and ')} both become ${output}`, {
        file: output,
        help: 'rename one of the modules, or start its name with `_` so that it is no module of its own',
      }),
    );
}
