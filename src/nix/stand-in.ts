import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Origin } from '../core/diagnostic.ts';

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

/** Where a source takes an attribute from `pkgs`: the path as it is written, and line and column from 1. */
export function findInPkgs(
  name: string,
  source: string,
): { readonly path: string; readonly line: number; readonly column: number } | undefined {
  const word = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const end = String.raw`(?![\w'-])`;
  const plain = blankComments(source);
  const selected = new RegExp(
    String.raw`\bpkgs\s*\.\s*(?!lib\b)(?:[\w'-]+\s*\.\s*)*"?${word}"?${end}`,
  );
  const inherited = new RegExp(
    String.raw`inherit\s*\(\s*(?:[\w'-]+\.)*pkgs\s*\)[^;]*?(?<![\w'-])${word}${end}`,
  );
  const opened = new RegExp(String.raw`\bwith\s+pkgs\s*;[^]*?(?<![\w'.-])${word}${end}`);
  const selection = selected.exec(plain);
  if (selection !== null) {
    return { path: selection[0].replaceAll(/\s|"/g, ''), ...placeOf(source, selection.index) };
  }
  const other = inherited.exec(plain) ?? opened.exec(plain);
  if (other === null) return undefined;
  return { path: `pkgs.${name}`, ...placeOf(source, other.index + other[0].length - name.length) };
}

function placeOf(source: string, index: number): { line: number; column: number } {
  const before = source.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function blankComments(source: string): string {
  return source.replaceAll(/(^|\s)#.*|\/\*[^]*?\*\//gm, (comment) => comment.replaceAll(/./g, ' '));
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
