import { expect, test } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import type { SchemaRegistry } from '../../../src/validation/schema/registry.ts';
import { brief, findingsIn } from '../check.ts';

/** What is checked · wrong · where it is found · right, and at the edge of it. */
export type Refused = readonly [string, JsonObject, string, ...JsonObject[]];

/** One test per row: the first object is refused at one place and nowhere else, the others are not refused. */
export function testRefused(registry: SchemaRegistry, rows: readonly Refused[]): void {
  const named = rows.map(([title, wrong, place, ...right]) => ({ title, wrong, place, right }));
  test.each(named)('$title', ({ wrong, place, right }) => {
    expect(brief(findingsIn(registry, { 'x.yaml': [wrong] }))).toEqual([`schema/${place}`]);
    for (const object of right)
      expect(brief(findingsIn(registry, { 'x.yaml': [object] }))).toEqual([]);
  });
}

/** An object of a kind. */
export function objectOf(apiVersion: string, kind: string, rest: JsonObject): JsonObject {
  return { apiVersion, kind, metadata: { name: 'x', namespace: 'n' }, ...rest };
}

const CONTAINER = { name: 'c', image: 'i' };

/** A pod with one container. */
export function podOf(spec: JsonObject): JsonObject {
  return objectOf('v1', 'Pod', { spec: { containers: [CONTAINER], ...spec } });
}

/** A pod with one container that says more. */
export function containerOf(rest: JsonObject): JsonObject {
  return podOf({ containers: [{ ...CONTAINER, ...rest }] });
}
