import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { missingField, unknownField, wrongType, type Finding, type Walk } from './finding.ts';
import { checkLimits } from './check-limits.ts';
import { checkDistinct, checkKeys } from './check-keys.ts';
import { checkNames } from './check-names.ts';
import { checkScalar } from './check-scalar.ts';
import type { SchemaNode } from './node.ts';

export interface CheckOptions {
  readonly opaque?: Walk['opaque'];
  readonly spelling?: Walk['spelling'];
  /** Keep values out of messages. */
  readonly hide?: boolean;
  /** Where the value stands in its object. */
  readonly path?: Walk['path'];
}

/** Everything that a schema refuses about a value, in the order of the value. `null` stands for an absent field. */
export function checkValue(node: SchemaNode, value: Json, options: CheckOptions = {}): Finding[] {
  const walk: Walk = {
    path: [...(options.path ?? [])],
    findings: [],
    hide: options.hide ?? false,
    opaque: options.opaque ?? (() => undefined),
    spelling: options.spelling,
  };
  visit(walk, node, value);
  return walk.findings;
}

/** Checks the value at the place of the walk. */
export function visit(walk: Walk, node: SchemaNode, value: Json): void {
  if (value === null && node.nullable === true) return;
  if (typeof value === 'string' && isUndecided(walk, node, value)) return;
  switch (node.type) {
    case 'object':
      if (!isJsonObject(value)) {
        wrongType(walk, node, value);
        return;
      }
      visitObject(walk, node, value);
      break;
    case 'array':
      if (!Array.isArray(value)) {
        wrongType(walk, node, value);
        return;
      }
      visitList(walk, node, value);
      break;
    case 'any':
      if (isJsonObject(value)) visitObject(walk, node, value);
      else if (Array.isArray(value)) visitList(walk, node, value);
      break;
    case 'string':
    case 'boolean':
    case 'number':
    case 'integer':
    case 'quantity':
    case 'int-or-string':
      if (!checkScalar(walk, node, value)) return;
  }
  if (node.limits !== undefined) checkLimits(walk, node.limits, value);
}

/** Placeholders and ciphertexts may become whatever is wanted; text around a placeholder stays text. */
function isUndecided(walk: Walk, { type }: SchemaNode, text: string): boolean {
  const known = walk.opaque(text);
  if (known === undefined) return false;
  const takesText = type === 'string' || type === 'quantity' || type === 'int-or-string';
  return known === 'value' || type === 'any' || takesText;
}

function visitObject(walk: Walk, node: SchemaNode, value: JsonObject): void {
  const { fields, values, required } = node;
  if (node.names !== undefined) checkNames(walk, node.names, value);
  const isOpen = node.open === true || (node.type === 'any' && fields === undefined);
  for (const field in value) {
    const item = value[field];
    const child = fields?.get(field) ?? values;
    if (child === undefined) {
      // Decoding reports a field that is not there whatever its value is.
      if (!isOpen) unknownField(walk, node, field);
    } else if (item !== null && item !== undefined) {
      walk.path.push(field);
      visit(walk, child, item);
      walk.path.pop();
    }
  }
  if (required === undefined || walk.path[0] === 'status') return;
  for (const field of required) {
    const item = Object.hasOwn(value, field) ? value[field] : undefined;
    if (item === undefined || (item === null && fields?.get(field)?.nullable !== true))
      missingField(walk, node, field);
  }
}

function visitList(walk: Walk, node: SchemaNode, value: readonly Json[]): void {
  const { items, keys } = node;
  if (items === undefined) return;
  if (keys !== undefined && value.length > 1) checkKeys(walk, node, value);
  if (node.distinctBy !== undefined) checkDistinct(walk, node.distinctBy, value);
  for (let index = 0; index < value.length; index++) {
    const item = value[index];
    if (item === undefined) continue;
    walk.path.push(index);
    if (item === null) visitNullItem(walk, items);
    else visit(walk, items, item);
    walk.path.pop();
  }
}

/** Built-in types read null as an empty item; a structural schema says whether it may stand there. */
function visitNullItem(walk: Walk, items: SchemaNode): void {
  if (items.nullable === undefined) {
    if (items.type === 'object') visit(walk, items, {});
  } else if (!items.nullable && items.type !== 'any') {
    wrongType(walk, items, null);
  }
}
