// Objects per second: Gantry's schema checks, all its object checks, and ajv over the same schemas; then `gantry validate`
// on the same objects as YAML files, and kubeconform where it is on PATH.
//
//   npm run build && npx tsx --expose-gc bench/validation/run.mjs [objects]
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { makeObjects } from './objects.mjs';
import { measureFiles } from './files.mjs';
import { toJsonSchema } from './json-schema.mjs';
import { validateObjects } from '../../src/validation/objects.ts';
import { checkValue } from '../../src/validation/schema/check.ts';
import { SchemaRegistry } from '../../src/validation/schema/registry.ts';
import { treeEntries } from '../../src/validation/schema/tree-object.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const count = Number(process.argv[2] ?? 10_000);
const text = readFileSync(join(root, 'generated/kubernetes/v1.32.json'), 'utf8');
const objects = makeObjects(count);

measure('table', 1, () => JSON.parse(text));
const table = JSON.parse(text);

measure('gantry, schemas', count, () => {
  const registry = new SchemaRegistry(table);
  return objects.flatMap((object) =>
    checkValue(registry.find(object.apiVersion, object.kind).node, object),
  ).length;
});

measure('gantry, all object checks', count, () => {
  const file = { path: 'bench.yaml', objects, hide: false, opaque: () => undefined };
  const registry = new SchemaRegistry(table);
  return validateObjects(treeEntries([file]), { registry, settings: { rules: {}, external: {} } })
    .length;
});

measure('ajv, schemas compiled per kind', count, () => {
  const ajv = new Ajv({ allErrors: true, strict: false, logger: false });
  ajv.addSchema(toJsonSchema(table));
  const validators = new Map();
  let findings = 0;
  for (const object of objects) {
    const [definition] = table.kinds[`${object.apiVersion}/${object.kind}`];
    if (!validators.has(definition))
      validators.set(definition, ajv.getSchema(`kubernetes#/definitions/${definition}`));
    const validate = validators.get(definition);
    if (!validate(object)) findings += validate.errors.length;
  }
  return findings;
});

measureFiles(objects, table);

/** The first run, which pays for making the schemas, and the best of five. */
function measure(name, amount, work) {
  globalThis.gc?.();
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    const findings = work();
    return { time: performance.now() - start, findings };
  });
  const first = times[0].time;
  const best = Math.min(...times.map(({ time }) => time));
  const rate = Math.round((amount / first) * 1000).toLocaleString('en');
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
  console.log(
    `${name.padEnd(32)} first ${first.toFixed(1).padStart(8)} ms  best ${best.toFixed(1).padStart(8)} ms  ${rate.padStart(10)}/s  rss ${memory} MB  findings ${typeof times[0].findings === 'number' ? times[0].findings : '-'}`,
  );
}
