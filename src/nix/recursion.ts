import type { NixError } from './messages.ts';

/** The words of the Nix side around what may depend on itself, the innermost first in a trace. */
const ARGUMENT = /^while evaluating the module argument `(.+)` in "(.+)":$/;
const PLACES = [
  /^while evaluating (the field `.+` in .+)$/,
  /^while evaluating (the option `.+`):$/,
];
const IMPORTS = 'if you get an infinite recursion here, `imports` ';

/**
 * What an infinite recursion is about, out of the contexts around it: Nix's own message names nothing. Undefined
 * for other errors.
 */
export function explainRecursion(
  error: NixError,
): { readonly message: string; readonly help: string } | undefined {
  if (!error.text.startsWith('infinite recursion encountered')) return undefined;
  const texts = error.trace.map(({ text }) => text);
  const argument = texts.map((text) => ARGUMENT.exec(text)).find((match) => match !== null);
  if (argument && texts.some((text) => text.startsWith(IMPORTS))) {
    return recursionOfImports(argument[1] ?? '', argument[2] ?? '');
  }
  const place = texts
    .flatMap((text) => PLACES.map((pattern) => pattern.exec(text)?.[1]))
    .find((found) => found !== undefined);
  return {
    message: `infinite recursion: ${place ?? 'a value'} depends on itself`,
    help: 'take the reference to itself out, or name the value in a `let` and use that in both places',
  };
}

function recursionOfImports(argument: string, file: string): { message: string; help: string } {
  const isOwn = argument === 'config' || argument === 'options';
  return {
    message: `infinite recursion: the imports of ${file} depend on the module argument \`${argument}\``,
    help: isOwn
      ? 'import unconditionally, and make the `config` of the imported module depend on an option, with `lib.mkIf`'
      : `check the spelling of \`${argument}\`; what \`imports\` needs must be given as specialArgs`,
  };
}
