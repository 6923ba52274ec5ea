import { isJsonObject } from '../core/json.ts';
import { recipientKind } from './recipient-kind.ts';
import type { ConfigNode } from './config-node.ts';
import { inFileOrder, serviceFields, serviceRecipient } from './key-services.ts';

/** The recipients of a rule: its `key_groups` when there are any, else its flat keys as one group. */
export function readKeyGroups(rule: ConfigNode): string[][] {
  const groups = rule.field('key_groups')?.items() ?? [];
  if (groups.length === 0) return [readGroup(rule, 'inRule')];
  return groups.map((group) => {
    const recipients = readGroup(group, 'inKeyGroup');
    if (recipients.length === 0) group.problem('a key group without keys');
    return recipients;
  });
}

/** The recipients of a group and of the groups it merges, without duplicates. */
function readGroup(group: ConfigNode, place: 'inRule' | 'inKeyGroup'): string[] {
  const merged = group.field('merge')?.items() ?? [];
  const inherited = merged.flatMap((source) => readGroup(source, place));
  const own = textsOf(group.field('age')).filter(({ text, node }) => isRecipient(text, node));
  const services = serviceFields(place).flatMap(({ list, field }) =>
    serviceRecipients(group, list, field),
  );
  return inFileOrder([...inherited, ...own.map(({ text }) => text), ...services]);
}

function serviceRecipients(group: ConfigNode, list: string, field: string): string[] {
  const node = group.field(field);
  if (node === undefined) return [];
  // Of a flat rule, whose keys are texts; in a key group it stands in each item.
  const profile = list === 'kms' ? group.field('aws_profile')?.text() : undefined;
  return (node.isList() ? node.items() : [node]).flatMap((item) => {
    const fields = item.json();
    if (isJsonObject(fields)) return [serviceRecipient(list, fields)];
    return textsOf(item).map(({ text }) =>
      serviceRecipient(list, profile ? { arn: text, aws_profile: profile } : text),
    );
  });
}

/** A list or one string; either may hold several keys with commas between them. */
function textsOf(node: ConfigNode | undefined): { text: string; node: ConfigNode }[] {
  if (node === undefined) return [];
  const nodes = node.isList() ? node.items() : [node];
  return nodes.flatMap((item) =>
    (item.text() ?? '')
      .split(',')
      .map((text) => ({ text: text.trim(), node: item }))
      .filter(({ text }) => text !== ''),
  );
}

function isRecipient(recipient: string, node: ConfigNode): boolean {
  if (recipientKind(recipient) !== 'malformed') return true;
  node.problem(
    `${JSON.stringify(recipient)} is no age recipient (mistyped? their last characters are a checksum)`,
  );
  return false;
}
