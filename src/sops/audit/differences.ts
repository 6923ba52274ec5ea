import type { CreationRule } from '../creation-rule.ts';
import type { SopsMetadata } from '../metadata.ts';
import { accessOfFile, accessOfRule, everybodyOf, type Access } from './access.ts';

/** Something in which a file is not as its creation rule says. */
export type Difference =
  | {
      readonly kind: 'recipients';
      /** Those who can open the file although its rule does not name them. */
      readonly surplus: readonly string[];
      /** Those whom the rule names, and for whom the file is not encrypted. */
      readonly missing: readonly string[];
    }
  | { readonly kind: 'groups' | 'threshold'; readonly file: Access; readonly rule: Access }
  | { readonly kind: 'selection' }
  | { readonly kind: 'mac'; readonly onlyEncrypted: boolean };

/**
 * Everything in which a file differs from its creation rule, as far as its sops block shows; empty: it is as the rule
 * would make it. The order of recipients and of groups means nothing.
 */
export function differencesFromRule(metadata: SopsMetadata, rule: CreationRule): Difference[] {
  const [file, wanted] = [accessOfFile(metadata), accessOfRule(rule)];
  return [
    ...recipientsDiffer(file, wanted),
    ...sharingDiffers(file, wanted),
    ...(sameSelection(metadata, rule) ? [] : [{ kind: 'selection' as const }]),
    ...(metadata.macOnlyEncrypted === rule.macOnlyEncrypted
      ? []
      : [{ kind: 'mac' as const, onlyEncrypted: metadata.macOnlyEncrypted }]),
  ];
}

/** Whether a file was encrypted by the selection of a rule. */
export function sameSelection(
  { selection }: Pick<SopsMetadata, 'selection'>,
  rule: Pick<CreationRule, 'selection'>,
): boolean {
  return rule.selection.kind === selection.kind && rule.selection.pattern === selection.pattern;
}

/** Whether two groupings are one, whatever the order of groups and of recipients in them. */
export function sameGroups(
  a: readonly (readonly string[])[],
  b: readonly (readonly string[])[],
): boolean {
  const text = (groups: readonly (readonly string[])[]): string =>
    JSON.stringify(groups.map((group) => JSON.stringify([...new Set(group)].sort())).sort());
  return text(a) === text(b);
}

function recipientsDiffer(file: Access, rule: Access): Difference[] {
  const [actual, wanted] = [everybodyOf(file), everybodyOf(rule)];
  const surplus = actual.filter((recipient) => !wanted.includes(recipient));
  const missing = wanted.filter((recipient) => !actual.includes(recipient));
  return surplus.length + missing.length === 0 ? [] : [{ kind: 'recipients', surplus, missing }];
}

/** Recipients that are on one side alone are told already: the groups are compared without them. */
function sharingDiffers(file: Access, rule: Access): Difference[] {
  const [actual, wanted] = [everybodyOf(file), everybodyOf(rule)];
  const common = new Set(actual.filter((recipient) => wanted.includes(recipient)));
  const among = ({ groups }: Access): string[][] =>
    groups.map((group) => group.filter((recipient) => common.has(recipient)));
  const isSame = file.groups.length === rule.groups.length && sameGroups(among(file), among(rule));
  if (!isSame) return [{ kind: 'groups', file, rule }];
  return file.needed === rule.needed ? [] : [{ kind: 'threshold', file, rule }];
}
