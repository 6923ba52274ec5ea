// Seconds and memory of runs over many encrypted files, beside `vals` and `sops` doing the same to each file.
//
//   npm run build && npx tsx bench/secrets/run.mjs [files]
import { performance } from 'node:perf_hooks';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STORE, writeProject } from './project.mjs';

const gantry = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const reporter = fileURLToPath(new URL('report-usage.mjs', import.meta.url));
const count = Number(process.argv[2] ?? 500);
/** The pipeline of shell tools is measured on some of the files: it takes the same time for each. */
const SAMPLE = Math.min(count, 50);
const base = mkdtempSync(join(tmpdir(), 'gantry-bench-'));

try {
  const { root, age, env } = await writeProject(base, count);
  const options = { cwd: root, env, encoding: 'utf8', maxBuffer: 2 ** 28 };
  mkdirSync(join(root, 'secrets'));
  shell(`sops encrypt --age ${age} ../store.yaml >${STORE}`);
  console.log(`${count} files, 20 values each, 3 recipients`);
  console.log(`${''.padEnd(22)}${'wall s'.padStart(8)}${'CPU s'.padStart(8)}${'MiB'.padStart(7)}`);
  standIn();
  const first = run('first run', ['manifests']);
  run('nothing changed', ['manifests']);
  run('set one value', ['secrets', 'set', 'key0', '--generate', 'hex:16']);
  run('one value changed', ['manifests']);
  run('check', ['check']);
  run('check --decrypt', ['check', '--decrypt']);
  compare(first);

  /** What is printed in the place of Nix, read by a program of Node alone: no run can take less. */
  function standIn() {
    const script = "require('child_process').execFileSync('nix', { maxBuffer: 2 ** 28 })";
    const started = performance.now();
    spawnSync(process.execPath, ['-e', script], options);
    console.log(`${'node and "nix" alone'.padEnd(22)}${seconds(performance.now() - started)}`);
  }

  function run(title, args) {
    const started = performance.now();
    const ended = spawnSync(process.execPath, ['--import', reporter, gantry, ...args], {
      ...options,
      env: { ...env, GANTRY_BENCH_USAGE: join(base, 'usage.json') },
    });
    const wall = (performance.now() - started) / 1000;
    if (ended.status !== 0) throw new Error(ended.stderr);
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(
      readFileSync(join(base, 'usage.json'), 'utf8'),
    );
    const cpu = (userCPUTime + systemCPUTime) / 1e6;
    console.log(row(title, wall, cpu) + (maxRSS / 1024).toFixed(0).padStart(7));
    return { wall, cpu };
  }

  /** One process of vals and one of sops for each file, as scripts have it. */
  function compare({ wall, cpu }) {
    if (shell('command -v vals && command -v sops').status !== 0) {
      console.log('vals and sops are not both on PATH: no comparison');
      return;
    }
    const files = Array.from({ length: SAMPLE }, (_, index) => `../clear/s${index}.yaml`);
    const started = performance.now();
    const ended = shell(
      `mkdir -p ../out; for file in ${files.join(' ')}; do
        vals eval -f "$file" | sops encrypt --age ${age} --encrypted-regex '^(data|stringData)$' \\
          --input-type yaml --output-type yaml --filename-override x.yaml >"../out/$(basename "$file")" || exit 1
      done; times`,
    );
    const scale = count / SAMPLE;
    const theirWall = ((performance.now() - started) / 1000) * scale;
    if (ended.status !== 0) throw new Error(ended.stderr);
    const theirCpu = childSeconds(ended.stdout) * scale;
    console.log(row('vals | sops, each file', theirWall, theirCpu));
    console.log(
      `first run: ${(theirWall / wall).toFixed(0)} times faster, ${(theirCpu / cpu).toFixed(0)} times less CPU time`,
    );
  }

  function shell(script) {
    return spawnSync('sh', ['-c', script], options);
  }
} finally {
  rmSync(base, { recursive: true });
}

function row(title, wall, cpu) {
  return title.padEnd(22) + wall.toFixed(2).padStart(8) + cpu.toFixed(2).padStart(8);
}

function seconds(milliseconds) {
  return (milliseconds / 1000).toFixed(2).padStart(8);
}

/** The second line of \`times\`: user and system time of the children, as 0m1.23s 0m0.45s. */
function childSeconds(text) {
  const [, children = ''] = text.trim().split('\n').slice(-2);
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}
