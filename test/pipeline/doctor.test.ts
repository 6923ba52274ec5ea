import { expect, test } from 'vitest';
import { checkNode } from '../../src/pipeline/doctor/machine.ts';

test.each([
  ['20.19.0', true],
  ['22.0.0', true],
  ['24.1.0', true],
  ['20.18.3', false],
  ['21.7.0', false],
  ['18.20.0', false],
])('node %s: %s', (version, ok) => {
  expect(checkNode(version)).toMatchObject({ name: 'node', ok, detail: version });
});
