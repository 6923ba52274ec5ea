import type { ServerTable } from '../table.ts';

/** Definitions of custom resources; their schemas have checks of their own (conflicts/definition-schemas.ts). */
export const DEFINITIONS: ServerTable = {
  group: 'apiextensions',
  lines: `
CustomResourceDefinitionSpec all group names scope versions
CustomResourceDefinitionSpec.group dotted-group
CustomResourceDefinitionSpec.scope Namespaced|Cluster
CustomResourceDefinitionSpec.versions by=name
CustomResourceDefinitionNames all plural kind
CustomResourceDefinitionNames.plural service-name
CustomResourceDefinitionNames.singular service-name
CustomResourceDefinitionNames.kind caseless-service-name
CustomResourceDefinitionNames.listKind caseless-service-name
CustomResourceDefinitionNames.shortNames[] service-name filled
CustomResourceDefinitionNames.categories[] service-name filled
CustomResourceDefinitionVersion all name schema
CustomResourceDefinitionVersion.name service-name
CustomResourceDefinitionVersion.deprecationWarning warning-text filled ~..256
CustomResourceDefinitionVersion.selectableFields #..8 by=jsonPath
CustomResourceColumnDefinition all name type jsonPath
CustomResourceColumnDefinition.type integer|number|string|boolean|date
CustomResourceColumnDefinition.format int32|int64|float|double|byte|date|date-time|password
CustomResourceColumnDefinition.jsonPath json-path
SelectableField all jsonPath
SelectableField.jsonPath json-path
CustomResourceSubresourceScale all specReplicasPath statusReplicasPath
CustomResourceSubresourceScale.specReplicasPath spec-json-path
CustomResourceSubresourceScale.statusReplicasPath status-json-path
CustomResourceSubresourceScale.labelSelectorPath any-json-path
CustomResourceConversion all strategy
CustomResourceConversion.strategy None|Webhook
WebhookConversion all conversionReviewVersions
WebhookConversion.conversionReviewVersions distinct
WebhookConversion.conversionReviewVersions[] service-name filled
WebhookClientConfig one url service
WebhookClientConfig.url webhook-url
ServiceReference all name namespace
ServiceReference.port 1..65535
ServiceReference.path webhook-path
ValidationRule all rule
ValidationRule.reason FieldValueInvalid|FieldValueForbidden|FieldValueRequired|FieldValueDuplicate filled
`,
};
