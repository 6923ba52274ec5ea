import type { AnyDiagnostic } from '../core/any-diagnostic.ts';

/** Why `loadNix` gave no value: everything that was found, in its message and as data. */
export class NixLoadError extends Error {
  override readonly name: string = 'NixLoadError';
  readonly diagnostics: readonly AnyDiagnostic[];

  constructor(source: string, diagnostics: readonly AnyDiagnostic[]) {
    super(`${source}: ${diagnostics.map(line).join('\n  ')}`);
    this.diagnostics = diagnostics;
  }
}

function line({ message, origin }: AnyDiagnostic): string {
  if (origin === undefined) return message;
  const place = origin.line === undefined ? origin.file : `${origin.file}:${origin.line}`;
  return `${message} (${place})`;
}
