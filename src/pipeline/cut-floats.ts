import { join } from 'node:path';
import { warningAt, type Diagnostic } from '../core/diagnostic.ts';
import { isJsonObject, type Json } from '../core/json.ts';
import type { ManifestFile } from '../core/manifest-file.ts';
import { findFiles } from '../fs/find.ts';
import { readText } from '../fs/read.ts';
import { blankComments } from '../nix/comments.ts';

/** Numbers with a point or an exponent, in text of any kind. */
const NUMBER = /(?<![\w.])\d+(?:\.\d+(?:e[-+]\d+)?|e[-+]\d+)(?![\w.])/g;

/** The same as Nix reads them in its files. */
const LITERAL = /(?<![\w.])\d*\.\d+(?:[eE][-+]?\d+)?(?![\w.])/g;

/**
 * One warning per text of a manifest that holds a float of the project's sources cut by Nix, with the place of that
 * float: `toString` always keeps six digits behind the point, `builtins.toJSON` before Nix 2.12 six digits at all. The
 * sources are read only when a text looks so.
 */
export async function cutFloats(
  root: string,
  files: readonly ManifestFile[],
): Promise<Diagnostic[]> {
  const texts = files.flatMap(({ path, module, objects }) =>
    [...new Set(objects.flatMap(candidates))].map((text) => ({ path, module, text })),
  );
  if (texts.length === 0) return [];
  const literals = await floatsIn(root);
  const known = new Set(literals.map(({ value }) => value));
  return texts.flatMap(({ path, module, text }) => {
    // A number that stands in the sources as it is was not cut.
    if (known.has(Number(text))) return [];
    const cut = literals.filter(({ value }) => text === fixed(value) || text === sixDigits(value));
    const literal = cut.find(({ file }) => file.endsWith(`/${module}`)) ?? cut[0];
    return literal === undefined ? [] : [warning(path, text, literal)];
  });
}

function warning(path: string, text: string, { written, value, file, line }: Literal): Diagnostic {
  const cutter = text === fixed(value) ? 'toString' : 'builtins.toJSON';
  const instead = cutter === 'toString' ? 'lib.strings.floatToString' : 'lib.generators.toJSON { }';
  return warningAt(
    'module/cut-float',
    `${text} is ${written} with the six digits that Nix’s \`${cutter}\` keeps`,
    {
      file: path,
      origin: { file, line },
      help: `hand the number on as it is (env, config.data, toYamlStr), or use \`${instead}\``,
    },
  );
}

/** Numbers in the texts of an object that Nix may have cut. */
function candidates(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(candidates);
  if (isJsonObject(value)) return Object.values(value).flatMap(candidates);
  if (typeof value !== 'string') return [];
  const numbers = value.match(NUMBER) ?? [];
  return numbers.filter((text) => /\.\d{6}$/.test(text) || (isJson(value) && isShort(text)));
}

/** JSON, or nothing but a number: what `builtins.toJSON` writes. */
function isJson(text: string): boolean {
  return /^\s*[[{]/.test(text) || /^-?[\d.e+-]+$/.test(text);
}

function isShort(text: string): boolean {
  return text === sixDigits(Number(text));
}

function fixed(value: number): string {
  return value.toFixed(6);
}

/** C's `%g`. */
function sixDigits(value: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(5).split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(Number(value.toPrecision(6)));
  const size = String(Math.abs(power)).padStart(2, '0');
  return `${String(Number(mantissa))}e${power < 0 ? '-' : '+'}${size}`;
}

interface Literal {
  readonly written: string;
  readonly value: number;
  readonly file: string;
  readonly line: number;
}

/** The floats in the Nix files of the project. */
async function floatsIn(root: string): Promise<Literal[]> {
  const paths = await findFiles(root, ['**/*.nix']);
  if (!paths.ok) return [];
  const own = paths.value.filter((path) => !/(?:^|\/)(?:node_modules|\.git)\//.test(path));
  return own.flatMap((file) => {
    const text = readText(join(root, file), file);
    if (!text.ok || text.value === undefined) return [];
    return literalsIn(blankComments(text.value), file);
  });
}

function literalsIn(text: string, file: string): Literal[] {
  return text.split('\n').flatMap((line, index) =>
    (line.match(LITERAL) ?? []).map((written) => ({
      written,
      value: Number(written),
      file,
      line: index + 1,
    })),
  );
}
