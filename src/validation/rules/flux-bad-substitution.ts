import { ESCAPE, substitutedTexts } from '../flux/texts.ts';
import type { Finding, TreeRule } from './rule.ts';

/** Rule `flux/bad-substitution`: `${…}` that Flux cannot read, where it puts in variables: nothing is applied then. */
export const badSubstitution: TreeRule = {
  code: 'flux/bad-substitution',
  severity: 'error',
  check: (input) => {
    const encrypted = new Set(input.files.filter(({ encrypt }) => encrypt).map(({ path }) => path));
    return substitutedTexts(input).flatMap(({ problem, node, path, kustomization }): Finding[] => {
      if (problem === undefined) return [];
      const what = encrypted.has(node.file) ? 'an expression' : JSON.stringify(problem);
      const message = `Kustomization ${kustomization.name} fails: Flux cannot read ${what} as a variable`;
      return [{ node, path, message, help: ESCAPE }];
    });
  },
};
