import { didYouMean } from '../../core/near-miss.ts';
import { ESCAPE, substitutedTexts, type SubstitutedText } from '../flux/texts.ts';
import type { Finding, TreeRule } from './rule.ts';

/** Rule `flux/undefined-variable`: `${NAME}` in what Flux puts variables into, without a variable of that name. */
export const undefinedVariable: TreeRule = {
  code: 'flux/undefined-variable',
  severity: 'error',
  check: (input) => substitutedTexts(input).flatMap(check),
};

function check({ uses, node, path, kustomization, variables }: SubstitutedText): Finding[] {
  if (!variables.complete) return [];
  const missing = uses.filter(({ name, hasDefault }) => !hasDefault && !variables.names.has(name));
  const names = [...new Set(missing.map(({ name }) => name))];
  const [first] = names;
  if (first === undefined) return [];
  const near = names.length === 1 ? didYouMean(first, variables.names) : undefined;
  const words = names.length === 1 ? `variable ${first}` : `variables ${names.join(', ')}`;
  return [
    {
      node,
      path,
      message: `Kustomization ${kustomization.name} has no ${words}: Flux fails here, and versions before 2.9 put in nothing`,
      help: near ?? `define it in spec.postBuild.substitute, or ${ESCAPE}`,
    },
  ];
}
