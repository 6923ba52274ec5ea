import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { driftOf } from '../../src/codegen/drift.ts';
import { generate } from '../../src/codegen/generate.ts';
import { readDocument } from '../../src/codegen/read-document.ts';
import { evalWith, LIBS, ROOT } from '../codegen/nix.ts';

test.each(LIBS)('generated/ is what the options under $name give', ({ folder }) => {
  const { value, error } = evalWith(
    folder,
    `(import ${ROOT}/nix/bridge/own.nix { inherit lib; }).targets`,
  );
  expect(error).toBe('');
  const files = Object.entries(value as Record<string, unknown>).flatMap(([name, document]) => {
    const read = readDocument(document, [{ folder: ROOT, label: '' }]);
    if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
    const { ir, values } = read.value;
    return generate(ir, { name, values, format: 'typescript', command: 'npm run generate' });
  });
  const current = (path: string): string => readFileSync(join(ROOT, 'generated', path), 'utf8');
  expect(driftOf(files, current)).toEqual([]);
});

test('another version of the IR is told as such and alone', () => {
  const read = readDocument({ ir: { version: 'gantry-ir/2', nodes: [] } }, []);
  expect(read).toMatchObject({
    ok: false,
    diagnostics: [
      { code: 'config/contract', message: expect.stringContaining('gantry-ir/2') as string },
    ],
  });
});

test('an IR that breaks its schema is told place by place', () => {
  const broken = {
    version: 'gantry-ir/1',
    options: { x: { kind: 'option', type: { kind: 'crane' } } },
  };
  const read = readDocument({ ir: broken, defaults: {}, examples: { a: 3 } }, []);
  if (read.ok) throw new Error('accepted');
  const pointers = read.diagnostics.map(({ code, pointer }) => `${code} ${pointer ?? ''}`);
  expect(pointers).toContain('nix/ir /options/x/type/kind');
  expect(pointers).toContain('nix/ir /examples/a');
});
