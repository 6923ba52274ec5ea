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

// By turns, because a machine is faster at one moment than at the next; the median of the rounds counts.
const rounds = Array.from({ length: 5 }, () =>
  Object.fromEntries(['direct', 'release', 'render'].map((way) => [way, measure(way, count)])),
);
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
for (const way of ['direct', 'release', 'render']) {
  const [one, { calls, mebibytes }] = [measure(way, 1), rounds[0][way]];
  const each = (many, first) => (many - first) / Math.max(1, count - 1);
  const seconds = median(rounds.map((round) => round[way].seconds));
  console.log(
    `${way.padEnd(8)} ${seconds.toFixed(2)} s for ${count}; each ${(each(seconds, one.seconds) * 1000).toFixed(2)} ms, ` +
      `${Math.round(each(calls, one.calls))} calls, ${each(mebibytes, one.mebibytes).toFixed(2)} MiB`,
  );
}
const ratio = (name) => median(rounds.map(({ release, direct }) => release[name] / direct[name]));
console.log(
  `release / direct: ${ratio('seconds').toFixed(2)} by CPU time, ${ratio('calls').toFixed(2)} by calls`,
);
