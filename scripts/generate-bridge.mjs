// Writes generated/*.ts from the option trees that nix/bridge/own.nix names.
//
//   npx tsx scripts/generate-bridge.mjs           writes what changed
//   npx tsx scripts/generate-bridge.mjs --check   writes nothing; shows what would change and exits 1
//
// Nix evaluates with the `lib` of $NIXPKGS_LIB, or with the embedded one.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { relocateDeclarations } from '../src/bridge/relocate.ts';
import { driftOf } from '../src/codegen/drift.ts';
import { generate } from '../src/codegen/generate.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lib = process.env.NIXPKGS_LIB ?? join(root, 'nix', 'lib');
const check = process.argv.includes('--check');

const evaluated = spawnSync(
  'nix',
  [
    ...['--extra-experimental-features', 'nix-command', 'eval', '--json'],
    ...['-f', join(root, 'nix/bridge/own.nix'), 'targets', '--arg', 'lib', `import ${lib}`],
  ],
  { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'] },
);
if (evaluated.status !== 0) process.exit(3);
// Not checked with the schema of the IR: that is one of the files made here.
const files = Object.entries(JSON.parse(evaluated.stdout)).flatMap(([name, { ir, ...values }]) =>
  generate(relocateDeclarations(ir, [{ folder: root, label: '' }]), {
    name,
    values,
    format: 'typescript',
    command: 'npm run generate',
  }),
);

const folder = join(root, 'generated');
const read = (path) =>
  existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined;
const drift = driftOf(files, read);
for (const { path, text, difference } of drift) {
  if (check)
    console.log(
      [`generated/${path} is not what \`npm run generate\` makes`, ...difference].join('\n'),
    );
  else {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, path), text);
    console.log(`wrote generated/${path}`);
  }
}
if (check && drift.length > 0) process.exitCode = 1;
