import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ManifestFile } from '../../src/core/manifest-file.ts';
import { cutFloats } from '../../src/pipeline/cut-floats.ts';

const root = mkdtempSync(join(tmpdir(), 'gantry-floats-'));
beforeAll(() => {
  mkdirSync(join(root, 'config'));
  writeFileSync(
    join(root, 'config/place.nix'),
    '{\n  # lat is 9.87654321 here /* 9.87654321 */\n  lat = 52.5200066; lon = -0.12345678;\n  short = 1.5; exact = 0.1234560; small = .00000001;\n}\n',
  );
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

const found = async (data: Record<string, string>) => {
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data };
  const file = {
    path: '.k8s/a.yaml',
    module: 'a.nix',
    objects: [object],
  } as unknown as ManifestFile;
  return (await cutFloats(root, [file])).map(
    ({ message, origin }) => `${message.split(' with ')[0]} ${origin?.file}:${origin?.line}`,
  );
};

test.each([
  ['52.520007', '52.520007 is 52.5200066 config/place.nix:3'],
  ['lat=52.520007', '52.520007 is 52.5200066 config/place.nix:3'],
  ['{"lon":-0.123457}', '0.123457 is 0.12345678 config/place.nix:3'],
  ['{"lat":52.52,"big":1.23457e+08}', '52.52 is 52.5200066 config/place.nix:3'],
  ['52.52', '52.52 is 52.5200066 config/place.nix:3'],
  ['0.123457', '0.123457 is 0.12345678 config/place.nix:3'],
  ['0.000000', '0.000000 is .00000001 config/place.nix:4'],
])('%s is a float that was cut', async (text, finding) => {
  expect(await found({ k: text, again: text })).toEqual([finding]);
});

test.each([
  '{"a":1.5,"b":0.123456}',
  'see 52.52',
  '9.876543',
  '52.52.1',
  '52.5200066',
  '1.500000',
  '0.123456',
  '52.520007.1',
  'v52.520007',
  '52.5200070',
])('%s is none', async (text) => {
  expect(await found({ k: text })).toEqual([]);
});
