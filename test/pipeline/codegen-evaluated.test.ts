import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ir, option, type } from '../codegen/ir-builder.ts';
import { codegen } from '../../src/pipeline/codegen/codegen.ts';

let cwd = '';

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'gantry-evaluated-'));
  writeFileSync(join(cwd, 'gantry.nix'), '');
});

afterAll(() => {
  rmSync(cwd, { recursive: true });
});

/** The codegen targets of a file that holds what a flake evaluated. */
async function generated(document: string): Promise<unknown> {
  writeFileSync(join(cwd, 'evaluated.json'), document);
  const source = { kind: 'evaluated', bundleFile: 'evaluated.json' } as const;
  const result = await codegen({ cwd, environment: {}, source });
  return result.ok ? result.value.files : result.diagnostics.map(({ code }) => code);
}

const declaredIn = (file: string) =>
  option(type('bool'), { declarations: [{ file, line: 3, column: 5 }] });

test('places are told relative to the sources of the flake and to its Gantry', async () => {
  const options = {
    own: declaredIn('/store/user/options.nix'),
    other: declaredIn('/store/gantry/nix/x.nix'),
  };
  const document = { ir: ir(options), defaults: {}, examples: {} };
  const files = await generated(
    JSON.stringify({
      sources: '/store/user',
      library: '/store/gantry',
      targets: { crane: { target: { out: 'out/crane.ts', format: 'typescript' }, document } },
    }),
  );
  expect(files).toMatchObject([{ path: 'out/crane.ts' }]);
  const text = (files as { text: string }[])[0]?.text;
  expect(text).toContain('Declared in options.nix:3');
  expect(text).toContain('Declared in gantry/nix/x.nix:3');
});

test.each([
  ['{ "targets"', ['use/json-file']],
  ['[]', ['config/contract']],
  ['{ "sources": "/", "library": "/", "targets": {} }', []],
])('%s gives %j', async (document, expected) => {
  expect(await generated(document)).toEqual(expected);
});
