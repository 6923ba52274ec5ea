// Writes generated/lib-names.json: the names of nixpkgs' lib and of its parts, so that the
// embedded lib can say "not here" instead of "attribute missing". Names only.
//
//   NIXPKGS_LIB=<folder of nixpkgs' lib> node scripts/generate-lib-names.mjs

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';

const parts = [
  'asserts',
  'attrsets',
  'cli',
  'customisation',
  'debug',
  'derivations',
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

const checkout = process.env.NIXPKGS_LIB;
if (checkout === undefined) {
  console.error("set NIXPKGS_LIB to the folder of nixpkgs' lib");
  process.exit(2);
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
writeFileSync('generated/lib-names.json', `{\n${lines.join(',\n')}\n}\n`);
