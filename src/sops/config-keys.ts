import { recipientKind } from './recipient-kind.ts';
import type { ConfigNode } from './config-node.ts';

/** Fields of a rule or key group that name keys of other services. */
const OTHER_SERVICES = [
  'pgp',
  'kms',
  'aws_kms',
  'gcp_kms',
  'hckms',
  'azure_keyvault',
  'azure_kv',
  'vault',
  'hc_vault',
  'hc_vault_transit_uri',
];

export interface RuleKeys {
  readonly keyGroups: string[][];
  readonly unsupported: string[];
}

/** The recipients of a rule: its `key_groups` when there are any, else its flat keys as one group. */
export function readKeyGroups(rule: ConfigNode): RuleKeys {
  const groups = rule.field('key_groups')?.items() ?? [];
  const unsupported = new Set<string>();
  if (groups.length === 0)
    return { keyGroups: [readGroup(rule, unsupported)], unsupported: [...unsupported] };
  const keyGroups = groups.map((group) => {
    const before = unsupported.size;
    const keys = readGroup(group, unsupported);
    if (keys.length === 0 && unsupported.size === before) group.problem('a key group without keys');
    return keys;
  });
  return { keyGroups, unsupported: [...unsupported] };
}

/** The age recipients of a group and of the groups it merges, without duplicates. */
function readGroup(group: ConfigNode, unsupported: Set<string>): string[] {
  const merged = group.field('merge')?.items() ?? [];
  const own = recipientTexts(group.field('age')).filter(({ text, node }) =>
    isNative(text, node, unsupported),
  );
  for (const service of OTHER_SERVICES) {
    const node = group.field(service);
    if (node !== undefined && !isEmpty(node)) unsupported.add(service);
  }
  const inherited = merged.flatMap((source) => readGroup(source, unsupported));
  return [...new Set([...inherited, ...own.map(({ text }) => text)])];
}

/** A list or one string; either may hold several recipients with commas between them. */
function recipientTexts(age: ConfigNode | undefined): { text: string; node: ConfigNode }[] {
  if (age === undefined) return [];
  const nodes = age.isList() ? age.items() : [age];
  return nodes.flatMap((node) =>
    (node.text() ?? '')
      .split(',')
      .map((text) => ({ text: text.trim(), node }))
      .filter(({ text }) => text !== ''),
  );
}

function isNative(recipient: string, node: ConfigNode, unsupported: Set<string>): boolean {
  const kind = recipientKind(recipient);
  switch (kind) {
    case 'age':
    case 'ssh':
      return true;
    case 'plugin':
      unsupported.add(`age-plugin-${recipient.slice(4, recipient.lastIndexOf('1'))}`);
      return false;
    case 'malformed':
      node.problem(
        `${JSON.stringify(recipient)} is no age recipient (mistyped? their last characters are a checksum)`,
      );
      return false;
  }
}

function isEmpty(node: ConfigNode): boolean {
  if (node.isMap()) return false;
  return node.isList() ? node.items().length === 0 : node.text() === '';
}
