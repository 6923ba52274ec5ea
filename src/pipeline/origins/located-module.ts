import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Definition, Positions } from '../../bridge/positions.ts';
import { definitionTrees } from './definition-tree.ts';
import type { Known } from './find.ts';
import type { Source } from './source.ts';

/** What is known of the definitions of one module. */
export interface LocatedModule {
  readonly known: Known;
  /** The file of the module itself, when it lies in the project. */
  readonly file: string | undefined;
  /** Path below the project root; undefined for what lies elsewhere. */
  readonly inProject: (file: string) => string | undefined;
}

/** The definitions of a module that lie in the project, where they lie in the working tree. */
export function locatedModule(
  { file, definitions }: Positions[string],
  source: Source,
): LocatedModule {
  const inProject = pathsBeside(file, source.root);
  const own = definitions.flatMap((definition) => {
    const path = inProject(definition.file);
    return path === undefined ? [] : [{ ...definition, file: path }];
  });
  const isWritten = (definition: Definition) => source.isWritten(definition);
  const known = { definitions: own, trees: definitionTrees(own), isWritten };
  return { known, file: inProject(file), inProject };
}

const STORED = /^(\/nix\/store\/[^/]+)\/(.*)$/;

/** Paths below the project root; copies of the project in the Nix store are led back to the working tree. */
function pathsBeside(module: string, root: string): (file: string) => string | undefined {
  const copy = STORED.exec(module)?.[1];
  const paths = new Map<string, string | undefined>();
  const find = (file: string) => {
    if (file.startsWith(`${root}/`)) return file.slice(root.length + 1);
    const [, store, path = ''] = STORED.exec(file) ?? [];
    // Another store path is another flake, whatever its files are called.
    if (store === undefined || store !== copy) return undefined;
    // The root of the flake may lie above that of the project.
    const parts = path.split('/');
    return parts
      .map((_, index) => parts.slice(index).join('/'))
      .find((candidate) => existsSync(join(root, candidate)));
  };
  return (file) => {
    if (!paths.has(file)) paths.set(file, find(file));
    return paths.get(file);
  };
}
