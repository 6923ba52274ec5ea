// What people read when a module is wrong: each message names the option, the place and the way out.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluationError, hasNix, nixString } from '../evaluate.ts';

const folder = mkdtempSync(join(tmpdir(), 'gantry-messages-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const declarations = `{ lib, ... }: let inherit (lib) mkOption types; in {
  options = {
    port = mkOption { type = types.port; };
    names = mkOption { type = types.listOf types.str; default = [ ]; };
    coerced = mkOption {
      default = { };
      type = types.coercedTo (types.listOf types.raw)
        (list: lib.listToAttrs (map (i: lib.nameValuePair i.name i.value) list)) (types.attrsOf types.int);
    };
    one = mkOption { type = types.nullOr types.int; default = null; };
    fixed = mkOption { type = types.int; default = 1; readOnly = true; };
    apps = mkOption {
      default = { };
      type = types.attrsOf (types.submodule { options.replicas = mkOption { type = types.int; }; });
    };
    free = mkOption {
      default = { };
      type = types.submodule { freeformType = types.attrsOf types.int; };
    };
    raw = mkOption { type = types.raw; };
  };
}`;

/** stderr of evaluating the modules, each in a file m<index>.nix of its own; m0 declares. */
function errorOf(...modules: string[]): string {
  const paths = [declarations, ...modules].map((text, index) => {
    const path = join(folder, `m${String(index)}.nix`);
    writeFileSync(path, text);
    return path;
  });
  const list = paths.map((path) => `(/. + ${nixString(path)})`).join(' ');
  return evaluationError(`((import ./nix/lib).evalModules { modules = [ ${list} ]; }).config`);
}

describe.skipIf(!hasNix)('messages of the module system', () => {
  test.each([
    [
      'a wrong type',
      ['{\n  port = "80";\n}'],
      /option `port` takes a value of type `16 bit.*`\. Definitions:\n\s+- .*m1\.nix:2:3: "80"/,
    ],
    [
      'a number in quotes: what to write',
      ['{ port = "80"; }'],
      /m1\.nix:1:3: "80"\n\s+Write `port = 80;`\./,
    ],
    [
      'a number that is no text: what to write',
      ['{ names = [ 80 ]; }'],
      /`names\."\[definition 1-entry 1\]"` takes.*\n.*\n\s+Write `"80"`\./,
    ],
    [
      'one value where a list is expected: what to write',
      ['{ names = "bow"; }'],
      /Write `names = \[ "bow" \];`\./,
    ],
    [
      'one value of which no list can be made: no advice',
      ['{ names = 80; }'],
      /m1\.nix:1:3: 80\n(?!\s+Write)/,
    ],
    [
      'definitions beside `config`: the file once',
      ['{ config = { }; port = 80; }'],
      /error: module \S*m1\.nix has `config` or `options` and, beside them, `port`/,
    ],
    [
      'behind mkIf',
      ['{ lib, ... }: {\n  config = lib.mkIf true {\n    port = "80";\n  };\n}'],
      /m1\.nix:3:5: "80"/,
    ],
    [
      'in mkMerge and mkForce',
      ['{ lib, ... }: {\n  config = lib.mkMerge [ {\n    port = lib.mkForce "80"; } ];\n}'],
      /m1\.nix:3:5: "80"/,
    ],
    [
      'in a submodule',
      ['{\n  apps.web = {\n    replicas = "1";\n  };\n}'],
      /option `apps\.web\.replicas`.*\n\s+- .*m1\.nix:3:5: "1"/,
    ],
    [
      'in a list',
      ['{\n  names = [ "a" 1 ];\n}'],
      /option `names\."\[definition 1-entry 2\]"`.*\n\s+- .*m1\.nix:2:3: 1/,
    ],
    [
      'in freeform',
      ['{\n  free = {\n    a = 1;\n    b = "x";\n  };\n}'],
      /option `free\.b`.*\n\s+- .*m1\.nix:4:5: "x"/,
    ],
    [
      'in a list that becomes a set',
      ['{\n  coerced = [ { name = "a"; value = "x"; } ];\n}'],
      /option `coerced\.a`.*\n\s+- .*m1\.nix:2:3: "x"/,
    ],
    [
      'an unknown option',
      ['{\n  prot = 80;\n  port = 1;\n}'],
      /option `prot` does not exist\. Definitions:\n\s+- .*m1\.nix:2:3: 80\n\s+did you mean `port`/,
    ],
    [
      'every unknown option',
      ['{ aaa = 1; bbb = 2; }'],
      /`aaa` does not exist[^]*`bbb` does not exist/,
    ],
    [
      'an unknown option of a submodule',
      ['{\n  apps.web = { replicas = 1;\n    replica = 2; };\n}'],
      /option `apps\.web\.replica` does not exist[^]*m1\.nix:3:5: 2\n\s+did you mean `apps\.web\.replicas`/,
    ],
    ['no value', ['{ }'], /option `port` is used but has no value[^]*Write `port = …;`/],
    [
      'two values',
      ['{ one = 1; }', '{ one = 2; }'],
      /option `one` has definitions that contradict[^]*m2\.nix:1:3: 2\n\s+- .*m1\.nix:1:3: 1[^]*lib\.mkForce/,
    ],
    [
      'null and a value',
      ['{ one = null; }', '{ one = 2; }'],
      /option `one` is set to null and to a value/,
    ],
    [
      'unique',
      ['{ raw = 1; port = 1; }', '{ raw = 1; }'],
      /option `raw` takes one definition and has 2/,
    ],
    ['read-only', ['{ fixed = 2; }'], /option `fixed` is read-only, but it is set 2 times/],
    [
      'long values are cut',
      ['{\n  port = { a = "' + 'x'.repeat(9999) + '"; b = y: y; c = [ 1 2 3 4 5 6 7 ]; };\n}'],
      /\{ a = "x{80}…"; b = <function>; c = \[ 1 2 3 4 5 … \]; \}/,
    ],
    [
      'derivations are named',
      ['{ port = { type = "derivation"; name = "hello"; outPath = throw "built"; }; }'],
      /: <derivation hello>/,
    ],
    ['a value that throws', ['{ prot = throw "inner"; }'], /option `prot` does not exist/],
    [
      'declared twice',
      ['{ lib, ... }: { options.port = lib.mkOption { type = lib.types.str; }; }'],
      /option `port` in `.*` cannot be merged with its declaration in `.*`: their types differ/,
    ],
    [
      'a type in place of an option',
      ['{ lib, ... }: { options.x = lib.types.int; }'],
      /declares `x` with a value of type option-type[^]*Write `x = lib\.mkOption/,
    ],
    [
      'a definition beside config',
      ['{ config = { }; port = 1; }'],
      /beside them, `port`[^]*config\.port = …/,
    ],
    [
      'a list in imports',
      ['{ imports = [ [ ./m0.nix ] ]; }'],
      /an import is a list[^]*imports = \[ a b \]/,
    ],
    ['a module that is none', ['1'], /does not look like a module: it is a value of type int/],
    [
      'a missing argument',
      ['{ nope, ... }: { port = nope; }'],
      /while evaluating the module argument `nope` in ".*m1\.nix"/,
    ],
    [
      'imports that need config',
      ['{ config, ... }: { imports = if config.port == 1 then [ ] else [ ]; }'],
      /imports` probably depends on `config`/,
    ],
    [
      'a condition that is none',
      ['{ lib, ... }: { port = lib.mkIf "yes" 1; }'],
      /mkIf: the condition is a string/,
    ],
  ])('%s', (_, modules, pattern) => {
    expect(errorOf(...modules)).toMatch(pattern);
  });
});
