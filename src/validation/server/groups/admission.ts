import type { ServerTable } from '../table.ts';

export const ADMISSION: ServerTable = {
  group: 'admissionregistration',
  lines: `
ValidatingWebhookConfiguration.webhooks unique
MutatingWebhookConfiguration.webhooks unique
ValidatingWebhook all name admissionReviewVersions sideEffects clientConfig
ValidatingWebhook.name qualified-domain
ValidatingWebhook.admissionReviewVersions distinct
ValidatingWebhook.admissionReviewVersions[] service-name filled
ValidatingWebhook.failurePolicy Ignore|Fail filled
ValidatingWebhook.matchPolicy Exact|Equivalent filled
ValidatingWebhook.sideEffects None|NoneOnDryRun filled
ValidatingWebhook.timeoutSeconds 1..30
ValidatingWebhook.matchConditions unique #..64
MutatingWebhook all name admissionReviewVersions sideEffects clientConfig
MutatingWebhook.name qualified-domain
MutatingWebhook.admissionReviewVersions distinct
MutatingWebhook.admissionReviewVersions[] service-name filled
MutatingWebhook.failurePolicy Ignore|Fail filled
MutatingWebhook.matchPolicy Exact|Equivalent filled
MutatingWebhook.sideEffects None|NoneOnDryRun filled
MutatingWebhook.timeoutSeconds 1..30
MutatingWebhook.reinvocationPolicy Never|IfNeeded filled
MutatingWebhook.matchConditions unique #..64
MatchCondition all name expression
MatchCondition.name qualified-name
MatchCondition.expression cel
WebhookClientConfig one url service
WebhookClientConfig.url webhook-url
ServiceReference all name namespace
ServiceReference.port 1..65535
ServiceReference.path webhook-path
RuleWithOperations all apiGroups apiVersions operations resources
RuleWithOperations.operations[] CREATE|UPDATE|DELETE|CONNECT|* filled
RuleWithOperations.apiVersions[] filled
RuleWithOperations.resources[] filled
RuleWithOperations.scope Cluster|Namespaced|* filled
NamedRuleWithOperations all apiGroups apiVersions operations resources
NamedRuleWithOperations.operations[] CREATE|UPDATE|DELETE|CONNECT|* filled
NamedRuleWithOperations.apiVersions[] filled
NamedRuleWithOperations.resources[] filled
NamedRuleWithOperations.resourceNames distinct
NamedRuleWithOperations.resourceNames[] path-segment
NamedRuleWithOperations.scope Cluster|Namespaced|* filled
MatchResources.matchPolicy Exact|Equivalent filled
ValidatingAdmissionPolicy all spec
ValidatingAdmissionPolicySpec all matchConstraints
ValidatingAdmissionPolicySpec some validations auditAnnotations
ValidatingAdmissionPolicySpec.failurePolicy Ignore|Fail filled
ValidatingAdmissionPolicySpec.matchConditions unique #..64
ValidatingAdmissionPolicySpec.auditAnnotations by=key #..20
ParamKind all apiVersion kind
ParamKind.apiVersion group-version
ParamKind.kind kind
Validation all expression
Validation.expression cel
Validation.message one-line
Validation.messageExpression cel
Validation.reason Forbidden|Invalid|RequestEntityTooLarge|Unauthorized filled
AuditAnnotation all key valueExpression
AuditAnnotation.valueExpression cel ~..5120
Variable all name expression
Variable.name cel-name
Variable.expression cel
ValidatingAdmissionPolicyBinding all spec
ValidatingAdmissionPolicyBindingSpec all policyName validationActions
ValidatingAdmissionPolicyBindingSpec.policyName dns-subdomain
ValidatingAdmissionPolicyBindingSpec.validationActions distinct
ValidatingAdmissionPolicyBindingSpec.validationActions[] Deny|Warn|Audit filled
ParamRef one name selector
ParamRef all parameterNotFoundAction
ParamRef.name path-segment
ParamRef.parameterNotFoundAction Allow|Deny
MutatingAdmissionPolicy all spec
MutatingAdmissionPolicySpec all matchConstraints mutations reinvocationPolicy
MutatingAdmissionPolicySpec.failurePolicy Ignore|Fail filled
MutatingAdmissionPolicySpec.matchConditions unique #..64
MutatingAdmissionPolicySpec.reinvocationPolicy Never|IfNeeded
Mutation all patchType
Mutation.patchType ApplyConfiguration|JSONPatch
ApplyConfiguration all expression
ApplyConfiguration.expression cel
JSONPatch all expression
JSONPatch.expression cel
MutatingAdmissionPolicyBinding all spec
MutatingAdmissionPolicyBindingSpec all policyName
MutatingAdmissionPolicyBindingSpec.policyName dns-subdomain
`,
};

export const API_SERVICES: ServerTable = {
  group: 'apiregistration',
  lines: `
APIServiceSpec all version
APIServiceSpec.version service-name
APIServiceSpec.group dns-subdomain
APIServiceSpec.groupPriorityMinimum 1..20000
APIServiceSpec.versionPriority 1..1000
ServiceReference all name namespace
ServiceReference.port 1..65535
`,
};

export const FLOW_CONTROL: ServerTable = {
  group: 'flowcontrol',
  lines: `
FlowSchemaSpec all priorityLevelConfiguration
FlowSchemaSpec.matchingPrecedence 1..10000
FlowDistinguisherMethod all type
FlowDistinguisherMethod.type ByUser|ByNamespace
PriorityLevelConfigurationReference all name
PriorityLevelConfigurationReference.name dns-subdomain
PolicyRulesWithSubjects all subjects
PolicyRulesWithSubjects some resourceRules nonResourceRules
Subject all kind
Subject.kind User|Group|ServiceAccount
ServiceAccountSubject all name namespace
ServiceAccountSubject.name dns-subdomain-or-all
ServiceAccountSubject.namespace dns-label
UserSubject all name
GroupSubject all name
ResourcePolicyRule all verbs apiGroups resources
ResourcePolicyRule.verbs[] get|list|create|update|delete|deletecollection|patch|watch|proxy|* filled
ResourcePolicyRule.namespaces[] dns-label-or-all filled
NonResourcePolicyRule all verbs nonResourceURLs
NonResourcePolicyRule.verbs[] get|list|create|update|delete|deletecollection|patch|watch|proxy|* filled
NonResourcePolicyRule.nonResourceURLs[] url-pattern filled
PriorityLevelConfigurationSpec all type
PriorityLevelConfigurationSpec.type Exempt|Limited
LimitedPriorityLevelConfiguration.nominalConcurrencyShares 0..
LimitedPriorityLevelConfiguration.assuredConcurrencyShares 0..
LimitedPriorityLevelConfiguration.lendablePercent 0..100
LimitedPriorityLevelConfiguration.borrowingLimitPercent 0..
ExemptPriorityLevelConfiguration.nominalConcurrencyShares 0..
ExemptPriorityLevelConfiguration.lendablePercent 0..100
LimitResponse all type
LimitResponse.type Queue|Reject
QueuingConfiguration.queues 0..10000000
QueuingConfiguration.handSize 0..
QueuingConfiguration.queueLengthLimit 0..
`,
};
