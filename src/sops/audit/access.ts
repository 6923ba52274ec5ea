import type { CreationRule } from '../creation-rule.ts';
import type { SopsMetadata } from '../metadata.ts';

/** Who can open a file: recipients by key group, and how many of the groups it takes. */
export interface Access {
  readonly groups: readonly (readonly string[])[];
  readonly needed: number;
}

/** Who can open a file as it is. */
export function accessOfFile({ keyGroups, threshold }: SopsMetadata): Access {
  const groups = keyGroups.map((group) => group.map(({ recipient }) => recipient));
  return { groups, needed: groups.length > 1 ? threshold : 1 };
}

/** Who can open what is encrypted by a rule. */
export function accessOfRule({ keyGroups, threshold = 0 }: CreationRule): Access {
  if (keyGroups.length <= 1) return { groups: keyGroups, needed: 1 };
  return { groups: keyGroups, needed: threshold > 0 ? threshold : keyGroups.length };
}

/** All recipients, each once, in order. */
export function everybodyOf({ groups }: Access): string[] {
  return [...new Set(groups.flat())];
}

/** Whether a recipient needs nobody else to open the file. */
export function opensAlone(recipient: string, { groups, needed }: Access): boolean {
  return groups.filter((group) => group.includes(recipient)).length >= needed;
}
