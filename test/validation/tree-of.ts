import type { Diagnostic, Severity } from '../../src/core/diagnostic.ts';
import { sha256 } from '../../src/core/digest.ts';
import type { ManifestFile } from '../../src/core/manifest-file.ts';
import type { KubernetesObject } from '../../src/core/object.ts';
import { validateReferences, type Surroundings } from '../../src/validation/validate-references.ts';
import { readManifest } from '../../src/yaml/read.ts';

/** A manifest file of YAML text. */
export function fileOf(text: string, path = '.k8s/apps/x.yaml'): ManifestFile {
  const documents = readManifest(text, path);
  if (!documents.ok)
    throw new Error(documents.diagnostics.map(({ message }) => message).join('\n'));
  return {
    module: 'apps/x.nix',
    output: path.replace(/^\.k8s\//, ''),
    path,
    encrypt: path.includes('.enc.'),
    objects: documents.value as unknown as KubernetesObject[],
    placements: [],
    rolls: [],
    digest: sha256(text),
  };
}

export const WHOLE: Surroundings = {
  beside: { handWritten: [], prefix: '' },
  external: {},
  hidden: { partial: false, namespaces: [], charts: false },
};

interface Options {
  readonly world?: Partial<Surroundings>;
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
}

/** The findings of the rules over a tree. */
export function findingsIn(files: readonly ManifestFile[], options: Options = {}): Diagnostic[] {
  const settings = { rules: options.rules ?? {} };
  return validateReferences(files, { ...WHOLE, ...options.world }, settings);
}

/** `severity code object pointer` of each. */
export function brief(found: readonly Diagnostic[]): string[] {
  return found.map(({ severity, code, object, pointer }) =>
    [severity, code, object, pointer].join(' '),
  );
}
