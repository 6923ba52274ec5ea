// Releases against modules that state the same objects. `node bench/release/run.mjs [count]`, 1000 by default.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const count = Number(process.argv[2] ?? 1000);

/** CPU seconds, function calls and MiB of one evaluation, as Nix counts them. */
function measure(way, number) {
  const expression = `import ${here}/modules.nix { nix = ${join(here, '..', '..', 'nix')}; way = "${way}"; count = ${number}; }`;
  const { status, stderr } = spawnSync(
    'nix',
    ['eval', '--extra-experimental-features', 'nix-command', '--impure', '--expr', expression],
    { encoding: 'utf8', env: { ...process.env, NIX_SHOW_STATS: '1' }, maxBuffer: 2 ** 26 },
  );
  if (status !== 0) throw new Error(stderr);
  const stats = JSON.parse(stderr.slice(stderr.indexOf('{')));
  return {
    seconds: stats.cpuTime,
    calls: stats.nrFunctionCalls,
    mebibytes: stats.gc.totalBytes / 2 ** 20,
  };
}

const results = Object.fromEntries(
  ['direct', 'release', 'render'].map((way) => [way, [measure(way, 1), measure(way, count)]]),
);
for (const [way, [one, many]] of Object.entries(results)) {
  const each = (name) => (many[name] - one[name]) / Math.max(1, count - 1);
  console.log(
    `${way.padEnd(8)} ${many.seconds.toFixed(2)} s for ${count}; each ${(each('seconds') * 1000).toFixed(2)} ms, ` +
      `${Math.round(each('calls'))} calls, ${each('mebibytes').toFixed(2)} MiB`,
  );
}
const ratio = results.release[1].seconds / results.direct[1].seconds;
console.log(`release / direct: ${ratio.toFixed(2)}`);
