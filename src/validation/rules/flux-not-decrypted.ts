import { text } from '../graph/fields.ts';
import type { AppliedKustomization } from '../flux/kustomizations.ts';
import type { Finding, RuleInput, TreeRule } from './rule.ts';

/** Rule `flux/not-decrypted`: a Kustomization that applies encrypted files without opening them. */
export const notDecrypted: TreeRule = {
  code: 'flux/not-decrypted',
  severity: 'error',
  check: (input) => input.kustomizations.flatMap((item) => check(item, input)),
};

function check(item: AppliedKustomization, { graph }: RuleInput): Finding[] {
  const { object, name, files, isPatched } = item;
  if (isPatched || text(object, 'spec', 'decryption', 'provider') === 'sops') return [];
  const encrypted = files.filter(({ encrypt }) => encrypt).map(({ path }) => path);
  const [first] = encrypted;
  // Where no module makes the Kustomization, the first file that it applies is told.
  const own = graph.nodes.find(({ value }) => value === object);
  const node = own ?? graph.nodes.find(({ file }) => file === first);
  if (first === undefined || node === undefined) return [];
  const more = encrypted.length === 1 ? '' : ` and ${encrypted.length - 1} more`;
  return [
    {
      node,
      path: own === undefined ? node.path : [...node.path, 'spec'],
      message: `Kustomization ${name} applies the encrypted ${first}${more} as they stand`,
      help: 'give it `spec.decryption = { provider = "sops"; secretRef.name = "sops-age"; }`',
    },
  ];
}
