import { existsSync } from 'node:fs';

/** Folder of nixpkgs' `lib`, the reference for the module system. */
export const nixpkgsLib = existing(process.env['NIXPKGS_LIB']);

/** Checkout of hall/kubenix, the reference for resources. */
export const kubenixSource = existing(process.env['KUBENIX_SRC']);

export const hasReferences = nixpkgsLib !== undefined && kubenixSource !== undefined;

function existing(folder: string | undefined): string | undefined {
  return folder !== undefined && existsSync(folder) ? folder : undefined;
}
