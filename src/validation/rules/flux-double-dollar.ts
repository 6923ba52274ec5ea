import { substitutedTexts } from '../flux/texts.ts';
import type { Finding, TreeRule } from './rule.ts';

/** Two or three dollars that escape no `${`; who writes four means two. */
const LOST = /(?<!\$)\$\$\$?(?![${])/;

/** Rule `flux/double-dollar`: `$$`, which Flux makes one dollar of, where nothing was to be escaped. */
export const doubleDollar: TreeRule = {
  code: 'flux/double-dollar',
  severity: 'warning',
  check: (input) =>
    substitutedTexts(input).flatMap(({ node, path, text, problem, kustomization }): Finding[] => {
      if (problem !== undefined || !LOST.test(text)) return [];
      return [
        {
          node,
          path,
          message: `Kustomization ${kustomization.name} makes one dollar of every $$ here`,
          help: 'write $$$$ for two dollars, or give the object the annotation `kustomize.toolkit.fluxcd.io/substitute: disabled`',
        },
      ];
    }),
};
