// Times codegen on an IR: npx tsx bench/codegen/measure.mjs IR.json [--out FILE]
import { readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { generate } from '../../src/codegen/generate.ts';
import { readDocument } from '../../src/codegen/read-document.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' } },
});
const ir = JSON.parse(readFileSync(positionals[0], 'utf8'));

const started = performance.now();
const read = readDocument({ ir, defaults: {}, examples: {} }, []);
if (!read.ok) throw new Error(read.diagnostics.map(({ message }) => message).join('\n'));
const readAt = performance.now();
const [file] = generate(read.value.ir, {
  name: 'measured',
  format: 'typescript',
  command: 'measure',
});
const generatedAt = performance.now();

const options = JSON.stringify(ir).split('"kind":"option"').length - 1;
console.log(
  `${options} options: read ${(readAt - started).toFixed(0)} ms, generated ${(generatedAt - readAt).toFixed(0)} ms, ${file.text.length} characters`,
);
if (values.out !== undefined) writeFileSync(values.out, file.text);
