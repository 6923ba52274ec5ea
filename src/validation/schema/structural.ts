import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { limitsOf } from './limits.ts';
import type { NodeType, SchemaNode } from './node.ts';

/** What a structural schema needs around it, and what of it is not checked. */
export interface StructuralContext {
  /** The node of a `$ref`. */
  readonly resolve: (reference: string) => SchemaNode;
  /** Counts rules that are left to the API server. */
  readonly skipped: { cel: number; patterns: number };
}

/** Node of an `openAPIV3Schema` as the API server reads it: unknown fields are refused unless the schema keeps them. */
export function structuralNode(schema: JsonObject, context: StructuralContext): SchemaNode {
  return node(schema, context, false);
}

/** A schema that only adds limits (below allOf, anyOf, oneOf, not) says nothing about fields that it does not name. */
export function valueNode(schema: JsonObject, context: StructuralContext): SchemaNode {
  return node(schema, context, true);
}

function node(schema: JsonObject, context: StructuralContext, limitsOnly: boolean): SchemaNode {
  const rules = schema['x-kubernetes-validations'];
  if (Array.isArray(rules)) context.skipped.cel += rules.length;
  if (typeof schema['$ref'] === 'string') return context.resolve(schema['$ref']);
  const { items, additionalProperties } = schema;
  const child = (value: Json | undefined) =>
    isJsonObject(value) ? node(value, context, limitsOnly) : undefined;
  const type = typeOf(schema);
  const keepsUnknown = schema['x-kubernetes-preserve-unknown-fields'] === true;
  return {
    type,
    format: text(schema['format']),
    fields: fieldsOf(schema, child, context),
    required: requiredOf(schema),
    values: additionalProperties === true ? { type: 'any' } : child(additionalProperties),
    open: limitsOnly || keepsUnknown || type === 'any',
    items: child(items),
    keys: listKeys(schema),
    nullable: schema['nullable'] === true,
    limits: limitsOf(schema, context),
  };
}

const TYPES: readonly string[] = [
  'string',
  'boolean',
  'number',
  'integer',
  'object',
  'array',
] satisfies NodeType[];

function typeOf(schema: JsonObject): NodeType {
  if (schema['x-kubernetes-int-or-string'] === true) return 'int-or-string';
  if (schema['format'] === 'quantity') return 'quantity';
  const type = text(schema['type']);
  return type !== undefined && TYPES.includes(type) ? (type as NodeType) : 'any';
}

function fieldsOf(
  schema: JsonObject,
  child: (value: Json | undefined) => SchemaNode | undefined,
  { resolve }: StructuralContext,
): Map<string, SchemaNode> | undefined {
  const { properties } = schema;
  const fields = new Map<string, SchemaNode>();
  if (schema['x-kubernetes-embedded-resource'] === true) {
    for (const field of ['apiVersion', 'kind']) fields.set(field, { type: 'string' });
    fields.set('metadata', resolve('#meta.v1.ObjectMeta'));
  }
  if (isJsonObject(properties)) {
    for (const [name, value] of Object.entries(properties)) {
      const made = child(value);
      if (made !== undefined && !fields.has(name)) fields.set(name, made);
    }
  }
  return fields.size === 0 ? undefined : fields;
}

function requiredOf(schema: JsonObject): string[] {
  const { required } = schema;
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
}

function listKeys(schema: JsonObject): string[] | undefined {
  const keys = schema['x-kubernetes-list-map-keys'];
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : undefined;
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
