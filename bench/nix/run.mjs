// Measures evaluation: the embedded engine against nixpkgs' lib with hall/kubenix, and releases against the same
// objects stated one by one. See README.md.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { release, resources, stated, writeModules } from './modules.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { NIXPKGS_LIB, KUBENIX_SRC, COUNTS = '10,100,1000' } = process.env;
const counts = COUNTS.split(',').map(Number);
const scratch = mkdtempSync(join(tmpdir(), 'gantry-bench-'));

const embedded = `import ${root}nix`;
const reference =
  NIXPKGS_LIB && KUBENIX_SRC
    ? `import ${root}test/compat/reference.nix { nixpkgsLib = ${JSON.stringify(NIXPKGS_LIB)}; kubenixSource = ${JSON.stringify(KUBENIX_SRC)}; }`
    : undefined;
const plain = 'baseModules = with gantry.kubenix.modules; [ k8s helm submodules ];';

try {
  const engines = { embedded, ...(reference ? { 'nixpkgs lib + kubenix': reference } : {}) };
  for (const [name, engine] of Object.entries(engines))
    measure(`resources, ${name}`, engine, resources, plain);
  if (!reference) console.log('NIXPKGS_LIB and KUBENIX_SRC name no sources: no reference.');
  measure('releases, embedded', embedded, release, '');
  measure('stated, embedded', embedded, stated(objectsOfRelease()), '');
} finally {
  rmSync(scratch, { recursive: true });
}

/** One row for each count: seconds and heap, and both for each module beyond those of the row before. */
function measure(title, engine, moduleText, settings) {
  console.log(
    `\n${title}\n${'modules'.padStart(8)}${'s'.padStart(9)}${'ms/module'.padStart(11)}${'MiB'.padStart(8)}${'KiB/module'.padStart(12)}`,
  );
  let before = run(engine, modulesOf(title, 0, moduleText), settings);
  let countBefore = 0;
  for (const count of counts) {
    const now = run(engine, modulesOf(title, count, moduleText), settings);
    const more = count - countBefore;
    const cells = [
      String(count).padStart(8),
      now.seconds.toFixed(2).padStart(9),
      (((now.seconds - before.seconds) * 1000) / more).toFixed(1).padStart(11),
      (now.heap / 2 ** 20).toFixed(0).padStart(8),
      ((now.heap - before.heap) / 1024 / more).toFixed(0).padStart(12),
    ];
    console.log(cells.join(''));
    [before, countBefore] = [now, count];
  }
}

function modulesOf(title, count, moduleText) {
  const folder = join(scratch, title.replaceAll(/\W+/g, '-'), String(count));
  writeModules(folder, count, moduleText);
  return folder;
}

function run(engine, folder, settings) {
  const project = `let gantry = ${engine}; in (gantry.mkProject { root = ${folder}; kubernetesVersion = "1.34"; ${settings} }).bundle`;
  const expression = `builtins.stringLength (builtins.toJSON (${project}))`;
  // Nix starts with a heap of some hundred MiB; one that starts small shows what is needed, but collects more often.
  const { cpuTime } = statistics(expression, {});
  const { gc } = statistics(expression, { GC_INITIAL_HEAP_SIZE: String(2 ** 20) });
  return { seconds: cpuTime, heap: gc.heapSize };
}

function statistics(expression, environment) {
  const { stderr } = evaluate(expression, { ...environment, NIX_SHOW_STATS: '1' });
  return JSON.parse(stderr.slice(stderr.indexOf('{')));
}

function objectsOfRelease() {
  const folder = join(scratch, 'one');
  writeModules(folder, 1, release);
  const { stdout } = evaluate(
    `((${embedded}).mkProject { root = ${folder}; kubernetesVersion = "1.34"; }).bundle.modules."app0001.nix".objects`,
    {},
  );
  return JSON.parse(stdout);
}

function evaluate(expression, environment) {
  const file = join(scratch, 'expression.nix');
  writeFileSync(file, expression);
  const ended = spawnSync('nix-instantiate', ['--eval', '--strict', '--json', file], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...environment },
  });
  if (ended.status !== 0) throw new Error(ended.stderr);
  return ended;
}
