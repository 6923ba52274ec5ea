// Modules as files: imports, keys, disabling, extension, and what options tell about themselves.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluated, hasNix, nixString } from '../evaluate.ts';

const folder = mkdtempSync(join(tmpdir(), 'gantry-modules-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const files = {
  'options.nix':
    '{ lib, ... }: { options.x = lib.mkOption { type = lib.types.listOf lib.types.str; default = [ ]; }; }',
  'a.nix': '{ imports = [ ./options.nix ./shared.nix ]; x = [ "a" ]; }',
  'b.nix': '{ imports = [ ./options.nix ./shared.nix ]; x = [ "b" ]; }',
  'shared.nix': '{ x = [ "shared" ]; }',
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);

describe.skipIf(!hasNix)('modules', () => {
  test.each<[string, string, unknown]>([
    [
      'a file imported twice counts once',
      '(ev [ (m "a") (m "b") ]).config.x',
      ['shared', 'b', 'a'],
    ],
    [
      'disabledModules takes a module out wherever it is imported',
      '(ev [ (m "a") { disabledModules = [ (m "shared") ]; } ]).config.x',
      ['a'],
    ],
    [
      'a disabled importer takes its imports along',
      '(ev [ (m "options") { imports = [ (m "a") ]; } { disabledModules = [ (m "a") ]; } ]).config.x',
      [],
    ],
    [
      'modules with one key count once',
      'let k = { key = "k"; config.x = [ "k" ]; }; in (ev [ (m "options") k k ]).config.x',
      ['k'],
    ],
    [
      'an anonymous module given twice counts twice',
      'let k = { config.x = [ "k" ]; }; in (ev [ (m "options") k k ]).config.x',
      ['k', 'k'],
    ],
    [
      'options know who defined them, at which priority',
      '(o: [ o.isDefined o.highestPrio (builtins.length o.definitions) (map baseNameOf o.files) (map (d: builtins.attrNames d) o.definitionsWithLocations) ]) (ev [ (m "a") ]).options.x',
      [
        true,
        100,
        2,
        ['shared.nix', 'a.nix'],
        [
          ['file', 'value'],
          ['file', 'value'],
        ],
      ],
    ],
    [
      'options know where they are declared',
      '(o: [ (map baseNameOf o.declarations) (map (p: p.line) o.declarationPositions) o.loc "${o}" ]) (ev [ (m "options") ]).options.x',
      [['options.nix'], [1], ['x'], 'x'],
    ],
    [
      'an undefined option has its default at priority 1500',
      '(o: [ o.isDefined o.highestPrio o.value ]) (ev [ (m "options") ]).options.x',
      [true, 1500, []],
    ],
    [
      'a configuration is a type',
      '(ev [ { options.s = lib.mkOption { type = (ev [ (m "options") ]).type; }; } { s.x = [ "in" ]; } ]).config.s.x',
      ['in'],
    ],
    [
      'options of one submodule may be declared in several modules',
      `(ev [
        { options.s = lib.mkOption { type = lib.types.submodule { options.a = lib.mkOption { default = 1; }; }; default = { }; }; }
        { options.s = lib.mkOption { type = lib.types.submodule { options.b = lib.mkOption { default = 2; }; }; }; }
        { options.s.c = lib.mkOption { default = 3; }; }
      ]).config.s`,
      { a: 1, b: 2, c: 3 },
    ],
    [
      'freeform values stand beside declared ones, at any depth',
      `(ev [
        { freeformType = lib.types.attrsOf lib.types.anything; options.a.b = lib.mkOption { default = 1; }; }
        { a.c = 2; d = lib.mkDefault 3; } { d = 4; }
      ]).config`,
      { a: { b: 1, c: 2 }, d: 4 },
    ],
    [
      'apply changes the value, not the definitions',
      '(o: [ o.value o.definitions ]) (ev [ { options.x = lib.mkOption { type = lib.types.int; apply = v: v + 1; }; config.x = 1; } ]).options.x',
      [2, [1]],
    ],
    [
      'a broken option stays lazy',
      '(ev [ { options.x = lib.mkOption { default = throw "lazy"; }; options.y = lib.mkOption { default = 1; }; } ]).config.y',
      1,
    ],
  ])('%s', (_, expression, expected) => {
    expect(
      evaluated(`
        let
          lib = import ./nix/lib;
          m = name: /. + ${nixString(folder)} + "/\${name}.nix";
          ev = modules: lib.evalModules { inherit modules; };
        in ${expression}`),
    ).toEqual(expected);
  });
});
