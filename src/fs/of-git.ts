/** What git keeps for itself, hooks among it: whether a part of a path is `.git`, in any case. */
export function isOfGit(path: string): boolean {
  return path.split(/[\\/]/).some((name) => name.toLowerCase() === '.git');
}
