import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { compilePattern } from '../../core/pattern.ts';
import type { Limits, Range, SchemaNode } from './node.ts';
import { valueNode, type StructuralContext } from './structural.ts';

const KEYWORDS = [
  ...['enum', 'pattern', 'multipleOf', 'uniqueItems', 'allOf', 'anyOf', 'oneOf', 'not'],
  ...['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'],
  ...['minProperties', 'maxProperties', 'x-kubernetes-list-type'],
];

/** The limits of a schema; undefined when it has none. */
export function limitsOf(schema: JsonObject, context: StructuralContext): Limits | undefined {
  if (!KEYWORDS.some((keyword) => keyword in schema)) return undefined;
  const list = (keyword: string): SchemaNode[] | undefined => {
    const schemas = schema[keyword];
    if (!Array.isArray(schemas)) return undefined;
    return schemas.filter(isJsonObject).map((item) => valueNode(item, context));
  };
  const { enum: values, not } = schema;
  return {
    enum: Array.isArray(values) ? values : undefined,
    pattern: patternOf(schema['pattern'], context),
    length: range(schema['minLength'], schema['maxLength']),
    items: range(schema['minItems'], schema['maxItems']),
    properties: range(schema['minProperties'], schema['maxProperties']),
    value: valueRange(schema),
    multipleOf: number(schema['multipleOf']),
    uniqueItems: schema['uniqueItems'] === true || schema['x-kubernetes-list-type'] === 'set',
    allOf: list('allOf'),
    anyOf: list('anyOf'),
    oneOf: list('oneOf'),
    not: isJsonObject(not) ? valueNode(not, context) : undefined,
  };
}

/** One that is none is left to the server, which refuses the definition, and counted. */
function patternOf(source: Json | undefined, context: StructuralContext): Limits['pattern'] {
  if (typeof source !== 'string') return undefined;
  const compiled = compilePattern(source);
  if ('pattern' in compiled) return compiled.pattern;
  context.skipped.patterns += 1;
  return undefined;
}

function valueRange(schema: JsonObject): Range | undefined {
  const bounds = range(schema['minimum'], schema['maximum']);
  if (bounds === undefined) return undefined;
  return {
    ...bounds,
    leastExcluded: schema['exclusiveMinimum'] === true,
    mostExcluded: schema['exclusiveMaximum'] === true,
  };
}

function range(least: Json | undefined, most: Json | undefined): Range | undefined {
  const bounds = { least: number(least), most: number(most) };
  return bounds.least === undefined && bounds.most === undefined ? undefined : bounds;
}

function number(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
