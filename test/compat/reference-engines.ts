import { existsSync } from 'node:fs';

/** Folder of nixpkgs' `lib`, the reference for the module system. */
export const nixpkgsLib = sourceFolder('NIXPKGS_LIB');

/** Checkout of hall/kubenix, the reference for resources. */
export const kubenixSource = sourceFolder('KUBENIX_SRC');

export const hasReferences = nixpkgsLib !== undefined && kubenixSource !== undefined;

/** The folder that an environment variable names, if it is there. */
export function sourceFolder(variable: string): string | undefined {
  const folder = process.env[variable];
  return folder !== undefined && existsSync(folder) ? folder : undefined;
}
