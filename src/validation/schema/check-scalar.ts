import type { Json } from '../../core/json.ts';
import { refused, wrongType, type Walk } from './finding.ts';
import { fits, FORMATS } from './formats.ts';
import type { SchemaNode } from './node.ts';
import { isQuantity } from './quantity.ts';
import { describeValue } from './words.ts';

/** Checks the type and format of a scalar; false when the type is wrong, so that its limits say nothing. */
export function checkScalar(walk: Walk, node: SchemaNode, value: Json): boolean {
  if (!hasType(node, value)) {
    wrongType(walk, node, value);
    return false;
  }
  if (typeof value === 'string') checkText(walk, node, value);
  else if (typeof value === 'number' && !fits(value, node.format))
    refused(walk, 'schema/format', `must fit into 32 bits, got ${describeValue(value, walk.hide)}`);
  return true;
}

function hasType({ type }: SchemaNode, value: Json): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'quantity':
      return typeof value === 'string' || typeof value === 'number';
    case 'int-or-string':
      return typeof value === 'string' || Number.isInteger(value);
    case 'any':
    case 'object':
    case 'array':
      return true;
  }
}

function checkText(walk: Walk, node: SchemaNode, value: string): void {
  if (node.type === 'quantity' && !isQuantity(value)) {
    refused(
      walk,
      'schema/format',
      `must be a quantity such as 100m or 1Gi, got ${describeValue(value, walk.hide)}`,
    );
  }
  const format = node.format === undefined ? undefined : FORMATS.get(node.format);
  if (format === undefined || format.test(value)) return;
  // What should be base64 and is not may be a secret in clear.
  const hide = walk.hide || node.format === 'byte';
  refused(walk, 'schema/format', `must be ${format.wanted}, got ${describeValue(value, hide)}`);
}
