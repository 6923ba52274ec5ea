import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, hasNix } from '../nix/support/nix-eval.ts';
import { hasReferences, kubenixSource, nixpkgsLib } from './reference-engines.ts';
import { resourceModules } from './resource-modules.ts';

const compat = fileURLToPath(new URL('../compat', import.meta.url));
const batch = 60;

/** What one engine makes of each module: its objects, or null where it refuses. */
function objectsOf(engine: string, modules: readonly string[]): unknown[] {
  const cases = modules.map((module) => `(${module})`).join('\n');
  return evaluate(`let
    gantry = ${engine};
    objects = module: (gantry.evalModules {
      module = { kubenix, ... }: { imports = [ module kubenix.modules.k8s ]; kubernetes.version = "1.34"; };
    }).config.kubernetes.generated.items;
    attempt = module:
      let tried = builtins.tryEval (let found = objects module; in builtins.deepSeq found found); in
      if tried.success then tried.value else null;
  in map attempt [ ${cases} ]`) as unknown[];
}

describe.skipIf(!hasNix || !hasReferences)('any module', () => {
  const reference = `import ${compat}/reference.nix { nixpkgsLib = "${nixpkgsLib ?? ''}"; kubenixSource = "${kubenixSource ?? ''}"; }`;

  test('gives the objects that hall/kubenix gives, wherever that gives any', () => {
    // One evaluation per engine and batch: a process per module would take minutes.
    const modules = fc.array(resourceModules(), { minLength: batch, maxLength: batch });
    fc.assert(
      fc.property(modules, (texts) => {
        const theirs = objectsOf(reference, texts);
        const ours = objectsOf('import nix', texts);
        texts.forEach((text, index) => {
          if (theirs[index] !== null) expect(ours[index], text).toEqual(theirs[index]);
        });
        expect(theirs.filter((objects) => objects !== null).length).toBeGreaterThan(batch / 4);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });
});
