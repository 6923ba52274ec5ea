import { compilePattern } from './pattern.ts';

/** Tells whether a glob matches a whole text. Globs come from files: each match takes time in proportion to the text. */
export function globMatcher(glob: string): (text: string) => boolean {
  const compiled = compilePattern(`^(?:${globSource(glob)})$`);
  if ('problem' in compiled)
    throw new Error(`the glob ${glob} is no expression: ${compiled.problem}`);
  return (text) => compiled.pattern.test(text);
}

/**
 * A glob as the source of a regular expression that POSIX ERE (Nix) and JavaScript read alike: `*` and `?` stay within a
 * path segment, `**` crosses them. It is not anchored.
 */
export function globSource(glob: string): string {
  return glob
    .replace(/^\.\//, '')
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map(partSource)
    .join('');
}

function partSource(part: string): string {
  if (part === '**/') return '(.*/)?';
  if (part === '**') return '.*';
  if (part === '*') return '[^/]*';
  if (part === '?') return '[^/]';
  return part.replaceAll(/[\\^$.|+()[\]{}]/g, '\\$&');
}
