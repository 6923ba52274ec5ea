import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Origin } from '../core/diagnostic.ts';
import { blankComments } from './comments.ts';

/** What is missing from the stand-in for `pkgs`, and where it is asked for. */
export interface Absent {
  readonly message: string;
  readonly origin: Origin;
}

/**
 * Explains `attribute 'k3s' missing` where the file asks for `pkgs.k3s`: an attribute set cannot say so itself of names
 * it does not know. Undefined for other errors, and for a project that swaps `pkgs`.
 */
export function explainAbsent(
  text: string,
  origin: Origin | undefined,
  projectRoot: string,
): Absent | undefined {
  const name = /^(?:attribute|undefined variable) '([^']+)'/.exec(text)?.[1];
  if (name === undefined || origin === undefined || swapsPkgs(projectRoot)) return undefined;
  const source = read(join(projectRoot, origin.file));
  const found = source === undefined ? undefined : findInPkgs(name, source);
  if (found === undefined) return undefined;
  return {
    message: `${found.path}: not in Gantry's pkgs stand-in; use gantry.override { pkgs = …; }`,
    origin: { file: origin.file, line: found.line, column: found.column },
  };
}

/** Where a source takes an attribute from `pkgs`: the path in it, and line and column from 1. */
export function findInPkgs(
  name: string,
  source: string,
): { readonly path: string; readonly line: number; readonly column: number } | undefined {
  const plain = blankComments(source);
  for (const { pattern, atName } of usesOf(name, plain)) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    const between = (match[1] ?? '').split(/[\s.]+/).filter((part) => part !== '');
    const index = match.index + (atName ? match[0].lastIndexOf(name) : 0);
    return { path: ['pkgs', ...between, name].join('.'), ...placeOf(source, index) };
  }
  return undefined;
}

interface Use {
  /** Its first group is what stands between `pkgs` and the name. */
  readonly pattern: RegExp;
  /** The place is that of the name, not of `pkgs`. */
  readonly atName: boolean;
}

/** How a name can be taken from `pkgs`; what is computed comes last. */
function usesOf(name: string, source: string): Use[] {
  const pkgs = `(?<![\\w'-])(?:${['pkgs', ...aliases(source)].map(quoteRegex).join('|')})`;
  const word = `(?<![\\w'-])${quoteRegex(name)}(?![\\w'-])`;
  const use = (pattern: string, atName: boolean): Use => ({ pattern: new RegExp(pattern), atName });
  return [
    use(`${pkgs}\\s*\\.\\s*(?!lib\\b)((?:[\\w'-]+\\s*\\.\\s*)*)"?${word}`, false),
    use(`\\binherit\\s*\\([^)]*${pkgs}((?:\\.[\\w'-]+)*)\\s*\\)[^;]*?${word}`, true),
    use(`\\bwith\\s+${pkgs}()\\s*;[^]*?(?<!\\.)${word}`, true),
    use(`"${word}"\\s+${pkgs}()`, false),
    use(`${pkgs}\\s*\\.\\s*\\$\\{()`, false),
  ];
}

/** Names that a `let` gives to `pkgs`. */
function aliases(source: string): string[] {
  const bindings = source.matchAll(/([\w'-]+)\s*=\s*(?:[\w'-]+\.)*pkgs\s*;/g);
  return [...bindings].flatMap(([, alias]) => alias ?? []);
}

function quoteRegex(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function placeOf(source: string, index: number): { line: number; column: number } {
  const before = source.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** Whether the project names a `pkgs` of its own. */
function swapsPkgs(projectRoot: string): boolean {
  return ['gantry.nix', 'flake.nix'].some((file) =>
    /\boverride\b[^]*\bpkgs\b/.test(read(join(projectRoot, file)) ?? ''),
  );
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Not a file of the project: there is nothing to look at.
    return undefined;
  }
}
