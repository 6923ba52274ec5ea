import type { ServerTable } from '../table.ts';

/** Metadata and selectors, which all groups share. */
export const META: ServerTable = {
  group: 'meta',
  lines: `
LabelSelector.matchLabels keys=qualified-name
LabelSelector.matchLabels{} label-value
LabelSelectorRequirement all key operator
LabelSelectorRequirement.key qualified-name
LabelSelectorRequirement.operator In|NotIn|Exists|DoesNotExist
LabelSelectorRequirement.values[] label-value
GroupResource all resource
GroupResource.group dns-subdomain
GroupResource.resource service-name
`,
};
