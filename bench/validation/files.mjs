// The same objects as YAML files through the programs that people run: `gantry validate`, and kubeconform where it is.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { printManifest } from '../../src/yaml/print.ts';
import { toJsonSchema } from './json-schema.mjs';

const gantry = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const reporter = fileURLToPath(new URL('../secrets/report-usage.mjs', import.meta.url));
const FILES = 100;

/** Prints what each program takes for all objects, from its start to its end. */
export function measureFiles(objects, table) {
  const base = mkdtempSync(join(tmpdir(), 'gantry-bench-'));
  try {
    writeFiles(join(base, 'tree'), objects);
    writeFiles(join(base, 'none'), []);
    show('gantry validate, no files', 0, runGantry(base, 'none'));
    show('gantry validate, YAML files', objects.length, runGantry(base, 'tree'));
    writeSchemas(join(base, 'schemas'), table);
    const theirs = runKubeconform(base);
    if (theirs === undefined) console.log('kubeconform is not on PATH: no comparison');
    else show('kubeconform, YAML files', objects.length, theirs);
  } finally {
    rmSync(base, { recursive: true });
  }
}

function writeFiles(folder, objects) {
  mkdirSync(folder);
  const size = Math.ceil(objects.length / FILES);
  for (let file = 0; file * size < objects.length; file += 1) {
    const part = objects.slice(file * size, (file + 1) * size);
    writeFileSync(join(folder, `${file}.yaml`), printManifest(part));
  }
}

function runGantry(base, folder) {
  const usage = join(base, 'usage.json');
  const ended = run(
    process.execPath,
    ['--import', reporter, gantry, 'validate', '--json', folder],
    {
      cwd: base,
      env: { ...process.env, GANTRY_BENCH_USAGE: usage },
    },
  );
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usage, 'utf8'));
  const { diagnostics } = JSON.parse(ended.stdout);
  const cpu = (userCPUTime + systemCPUTime) / 1e6;
  return { wall: ended.wall, cpu, memory: maxRSS / 1024, findings: diagnostics.length };
}

/** One file per kind, which is what kubeconform looks for. */
function writeSchemas(folder, table) {
  mkdirSync(folder);
  const { definitions } = toJsonSchema(table);
  for (const [kind, [definition]] of Object.entries(table.kinds)) {
    const name = kind.split('/').at(-1).toLowerCase();
    const schema = { ...definitions[definition], definitions };
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(schema));
  }
}

function runKubeconform(base) {
  const location = join(base, 'schemas', '{{ .ResourceKind }}.json');
  const command = `kubeconform -strict -output json -schema-location '${location}' tree; times`;
  const ended = run('sh', ['-c', `command -v kubeconform >/dev/null || exit 127; ${command}`], {
    cwd: base,
  });
  if (ended.status === 127) return undefined;
  const { resources } = JSON.parse(ended.stdout.slice(0, ended.stdout.lastIndexOf('}') + 1));
  const findings = resources?.length ?? 0;
  return { wall: ended.wall, cpu: childSeconds(ended.stdout), findings };
}

function run(program, args, options) {
  const started = performance.now();
  const ended = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 28, ...options });
  return { ...ended, wall: (performance.now() - started) / 1000 };
}

/** The last line of `times`: user and system time of the children, as 0m1.23s 0m0.45s. */
function childSeconds(text) {
  const line = text.trim().split('\n').at(-1) ?? '';
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

function show(name, amount, { wall, cpu, memory, findings }) {
  const rate = Math.round(amount / cpu).toLocaleString('en');
  const peak = memory === undefined ? '' : `  peak ${memory.toFixed(0)} MB`;
  console.log(
    `${name.padEnd(32)} wall ${wall.toFixed(2).padStart(6)} s  CPU ${cpu.toFixed(2).padStart(6)} s  ${rate.padStart(8)}/CPU s${peak}  findings ${findings}`,
  );
}
