import type { Ir, IrDeclaration } from './ir.ts';

/** A folder whose files are told relative to it. */
export interface SourceRoot {
  /** Absolute, without a final slash. */
  readonly folder: string;
  /** What stands before the relative path: `nixpkgs/`, or nothing. */
  readonly label: string;
}

/**
 * The IR with declarations told relative to the first root that holds them, and without the hash of
 * a store path, so that the same options give the same IR on every machine.
 */
export function relocateDeclarations(ir: Ir, roots: readonly SourceRoot[]): Ir {
  return relocated(ir, roots) as Ir;
}

function relocated(part: unknown, roots: readonly SourceRoot[]): unknown {
  if (Array.isArray(part)) return part.map((item) => relocated(item, roots));
  if (typeof part !== 'object' || part === null) return part;
  if (isDeclaration(part)) return { ...part, file: relocatedFile(part.file, roots) };
  return Object.fromEntries(
    Object.entries(part).map(([name, member]) => [name, relocated(member, roots)]),
  );
}

/** No other node of the IR has these three members. */
function isDeclaration(part: object): part is IrDeclaration {
  return 'file' in part && typeof part.file === 'string' && 'line' in part && 'column' in part;
}

function relocatedFile(file: string, roots: readonly SourceRoot[]): string {
  const root = roots.find(({ folder }) => file.startsWith(`${folder}/`));
  if (root !== undefined) return root.label + file.slice(root.folder.length + 1);
  return file.replace(/^\/nix\/store\/[^/]+\//, '');
}
