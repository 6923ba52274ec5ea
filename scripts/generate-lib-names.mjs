// Writes generated/lib-names.json: the names of nixpkgs' lib and of its parts, so that the
// embedded lib can say "not here" instead of "attribute missing". Names only.
//
//   NIXPKGS_LIB=<folder of nixpkgs' lib> node scripts/generate-lib-names.mjs [--check]
//
// nixpkgs is not part of a checkout: without it --check says that it compared nothing.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';

const parts = [
  'asserts',
  'attrsets',
  'cli',
  'customisation',
  'debug',
  'derivations',
  'fileset',
  'filesystem',
  'fixedPoints',
  'generators',
  'lists',
  'meta',
  'misc',
  'modules',
  'options',
  'path',
  'strings',
  'stringsWithDeps',
  'trivial',
  'types',
  'versions',
];

const target = 'generated/lib-names.json';
const check = process.argv.includes('--check');
const checkout = process.env.NIXPKGS_LIB;
if (checkout === undefined) {
  console.log(`${target}: skipped, no nixpkgs (set NIXPKGS_LIB to the folder of its lib)`);
  process.exit(check ? 0 : 2);
}

const expression = `
  { folder, parts }:
  let lib = import (/. + folder); in
  { lib = builtins.attrNames lib; }
  // builtins.listToAttrs (map (name: { inherit name; value = builtins.attrNames lib.\${name}; })
       (builtins.fromJSON parts))`;

const names = execFileSync(
  'nix-instantiate',
  [
    ...['--eval', '--strict', '--json', '-E', expression],
    ...['--argstr', 'folder', resolve(checkout)],
    ...['--argstr', 'parts', JSON.stringify(parts)],
  ],
  { encoding: 'utf8', maxBuffer: 1 << 24 },
);

// One namespace a line: a new nixpkgs release is a short diff.
const lines = Object.entries(JSON.parse(names)).map(
  ([part, list]) => `  ${JSON.stringify(part)}: ${JSON.stringify(list)}`,
);
const text = `{\n${lines.join(',\n')}\n}\n`;
if (!check) {
  writeFileSync(target, text);
} else if (readFileSync(target, 'utf8') !== text) {
  console.error(`${target} is not what its generator makes; run it and commit the result`);
  process.exitCode = 1;
}
