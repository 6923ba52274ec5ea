import { describeMismatches } from '../bridge/mismatch.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { errorAt } from '../core/diagnostic.ts';
import { libraryFolder } from '../nix/library.ts';
import { valueArguments } from '../nix/value.ts';
import { evaluateOnce } from '../nix/run-nix.ts';
import { declaredAt } from './declared-at.ts';
import { NixLoadError } from './load-error.ts';

/** What checks a value and gives it its type: a schema that `gantry codegen` made, or any other of zod 4. */
export interface Schema<T> {
  safeParse(
    value: unknown,
  ): { success: true; data: T; error?: undefined } | { success: false; error: object };
}

/** Where a value comes from. */
export type NixSource = {
  /** Attribute path of the value, such as `config.homelab`; without it the whole of the source. */
  readonly attr?: string;
  /** What relative paths start from; default: the working folder. */
  readonly cwd?: string;
  /** Further arguments of `nix eval`, such as `['-I', 'nixpkgs=…']` or `['--argstr', 'host', 'harbour']`. */
  readonly nixArguments?: readonly string[];
} & (
  | { /** Flake reference: `.`, `github:owner/name`. */ readonly flake: string }
  | {
      /** A Nix file. A function in it is called with what `nixArguments` give when `attr` is asked for. */ readonly file: string;
    }
  | { /** A Nix expression. */ readonly expr: string }
  | {
      /** Folder of a gantry.nix; `attr` is a part of what mkProject gives, such as `specialArgs.homelab`. */
      readonly project: string;
    }
);

/**
 * Evaluates a Nix value and checks it: `await loadNix(homelabSchema, '.#homelab')`. A text is a flake reference with its
 * attribute. Rejects with a `NixLoadError` that holds every finding: what Nix said, or for each place where the value does
 * not fit its option path, what was expected, what came, and where the option is declared. Nix runs without the
 * credentials of this process's environment; a project is evaluated as restricted as on the command line.
 */
export async function loadNix<T>(schema: Schema<T>, source: string | NixSource): Promise<T> {
  const asked: NixSource = typeof source === 'string' ? { flake: source } : source;
  const cwd = asked.cwd ?? process.cwd();
  const command = await valueArguments(asked, cwd);
  if (!command.ok) throw new NixLoadError(nameOf(asked), command.diagnostics);
  const folders = { projectRoot: cwd, library: libraryFolder() };
  const evaluated = await evaluateOnce(command.value, folders);
  if (!evaluated.ok) throw new NixLoadError(nameOf(asked), evaluated.diagnostics);
  const parsed = schema.safeParse(evaluated.value);
  if (parsed.success) return parsed.data;
  throw new NixLoadError(nameOf(asked), findings(schema, parsed.error, evaluated.value));
}

function findings(schema: object, error: object, value: unknown): Diagnostic[] {
  return describeMismatches(error as Parameters<typeof describeMismatches>[0], value).map(
    ({ path, keys, sentence }) => {
      const declared = declaredAt(schema, keys);
      const origin = declared === undefined ? {} : { origin: declared };
      return errorAt('load/value', sentence, { pointer: path, ...origin });
    },
  );
}

/** How messages call the source. */
function nameOf(source: NixSource): string {
  const { attr } = source;
  if ('flake' in source) return attr === undefined ? source.flake : `${source.flake}#${attr}`;
  const place =
    'file' in source ? source.file : 'expr' in source ? 'the expression' : source.project;
  return attr === undefined ? place : `${attr} of ${place}`;
}
