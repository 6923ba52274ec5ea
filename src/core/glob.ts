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
