// Times codegen on an IR: npx tsx bench/codegen/measure.mjs IR.json [--out FILE]
//
// Told is processor time, which other work on the machine changes least.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' } },
});
const ir = JSON.parse(readFileSync(positionals[0], 'utf8'));

const started = spent();
const { generate } = await import('../../src/codegen/generate.ts');
const { readDocument } = await import('../../src/codegen/read-document.ts');
const loaded = spent();
const read = readDocument({ ir, defaults: {}, examples: {} }, []);
if (!read.ok) throw new Error(read.diagnostics.map(({ message }) => message).join('\n'));
const readAt = spent();
const [file] = generate(read.value.ir, {
  name: 'measured',
  format: 'typescript',
  command: 'measure',
});
const generated = spent();

const options = JSON.stringify(ir).split('"kind":"option"').length - 1;
console.log(`${options} options, ${file.text.length} characters of TypeScript`);
console.log(
  `loading ${loaded - started} ms, reading ${readAt - loaded} ms, generating ${generated - readAt} ms`,
);
if (values.out !== undefined) writeFileSync(values.out, file.text);

/** Milliseconds of processor time so far. */
function spent() {
  const { user, system } = process.cpuUsage();
  return Math.round((user + system) / 1000);
}
