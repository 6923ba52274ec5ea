import { expect, test } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import { brief, findingsIn } from '../check.ts';
import { registryOf } from '../registry.ts';
import { containerOf, objectOf, podOf } from './refused.ts';

const variable = containerOf({ env: [{ name: '1A', value: 'b' }] });
const search = podOf({ dnsConfig: { searches: ['_tcp.a.org'] } });
const zeros = podOf({ hostAliases: [{ ip: '010.0.0.1', hostnames: ['a'] }] });
const service = { ...objectOf('v1', 'Service', { spec: { ports: [{ port: 80 }] } }) };
const digit = { ...service, metadata: { name: '1a', namespace: 'n' } };

test.each<[string, JsonObject, string, string, string]>([
  ['a variable that starts with a digit', variable, 'schema/format', '1.31', '1.32'],
  ['a search domain with _', search, 'schema/format', '1.32', '1.33'],
  ['a Service that starts with a digit', digit, 'metadata/name', '1.35', '1.36'],
])('%s is refused before a version', async (_title, object, code, before, since) => {
  const codes = async (version: string) =>
    findingsIn(await registryOf(version), { 'x.yaml': [object] }).map((found) => found.code);
  expect(await codes(before)).toEqual([code]);
  expect(await codes(since)).toEqual([]);
});

test('leading zeros in an address are refused since a version', async () => {
  const found = async (version: string) =>
    brief(findingsIn(await registryOf(version), { 'x.yaml': [zeros] }));
  expect(await found('1.35')).toEqual([]);
  expect(await found('1.36')).toEqual(['schema/format /spec/hostAliases/0/ip']);
});
