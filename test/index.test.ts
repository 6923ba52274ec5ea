import { expect, test } from 'vitest';
import * as entry from '../src/index.ts';

test('the entry of the package exports this and nothing else', () => {
  expect(Object.keys(entry).sort()).toEqual(['NixLoadError', 'defineRule', 'loadNix']);
});
