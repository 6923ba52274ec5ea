import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../../src/core/diagnostic.ts';

/** `#! code code` at the end of a line, or `/*! code *\/` within it: findings of these codes belong there. */
const MARK = /#! (.+?)\r?$|\/\*! (.+?) \*\//;

/** What the marks of a project want: `file:line code`, sorted. */
export function markedLines(root: string): string[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => /\.(nix|ya?ml)$/.test(file));
  return sources.flatMap((file) => marksOf(file, readFileSync(join(root, file), 'utf8'))).sort();
}

function marksOf(file: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const [, atEnd, within] = MARK.exec(line) ?? [];
    const codes = (atEnd ?? within)?.split(' ') ?? [];
    return codes.map((code) => `${file}:${index + 1} ${code}`);
  });
}

/** Where findings stand, in the same form. */
export function foundLines(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, origin }) => `${origin?.file ?? ''}:${origin?.line ?? ''} ${code}`)
    .sort();
}
