export { loadNix, type NixSource, type Schema } from './runtime/load-nix.ts';
export { NixLoadError } from './runtime/load-error.ts';
export type { Diagnostic, Origin, Severity } from './core/diagnostic.ts';
