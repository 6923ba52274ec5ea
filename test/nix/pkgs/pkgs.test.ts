import { describe, expect, it } from 'vitest';
import { evaluate, hasNix, runNix } from '../support/nix-eval.ts';

const PKGS = 'let pkgs = import (nix + "/pkgs") { inherit lib; }; in ';
const generated = (format: string, value: string) =>
  `builtins.readFile ((pkgs.formats.${format}).generate "file" ${value})`;

const cases: [string, string, unknown][] = [
  ['yaml', generated('yaml { }', '{ a = [ { b = "no"; } ]; }'), "a:\n- b: 'no'\n"],
  [
    'json',
    generated('json { }', '{ a = [ 1 { } ]; b = { }; }'),
    '{\n  "a": [\n    1,\n    {}\n  ],\n  "b": {}\n}\n',
  ],
  [
    'toml: values before tables, tables of tables, lists of tables, null left out',
    generated(
      'toml { }',
      '{ t = { x = 1; u.y = "q\\"\\n"; }; list = [ { a = 1; } { b = [ 1 2 ]; } ]; on = true; no = null; f = 1.5; "a b".c = { }; }',
    ),
    'f = 1.5\non = true\n\n["a b".c]\n\n[[list]]\na = 1\n\n[[list]]\nb = [1, 2]\n\n[t]\nx = 1\n\n[t.u]\ny = "q\\"\\n"\n',
  ],
  [
    'ini',
    generated(
      'ini { listsAsDuplicateKeys = true; }',
      '{ s = { a = 1; b = true; c = [ "x" "y" ]; n = null; }; t = { }; }',
    ),
    '[s]\na=1\nb=true\nc=x\nc=y\n\n[t]\n',
  ],
  [
    'keyValue',
    generated('keyValue { listsAsDuplicateKeys = true; }', '{ A = 1; B = true; C = [ "x" "y" ]; }'),
    'A=1\nB=true\nC=x\nC=y\n',
  ],
  ...Object.entries({
    json: '{\n  "a": 52.5200066,\n  "b": [\n    1234567.5,\n    1.0\n  ]\n}\n',
    yaml: 'a: 52.5200066\nb:\n- 1234567.5\n- 1.0\n',
    toml: 'a = 52.5200066\nb = [1234567.5, 1.0]\n',
  }).map(([format, text]): [string, string, unknown] => [
    `${format}: floats with all digits`,
    generated(`${format} { }`, '{ a = 52.5200066; b = [ 1234567.5 1.0 ]; }'),
    text,
  ]),
  [
    'ini and keyValue: floats with all digits',
    `map builtins.readFile [ ((pkgs.formats.ini { }).generate "i" { s.a = 52.5200066; }) ((pkgs.formats.keyValue { }).generate "k" { a = 52.5200066; }) ]`,
    ['[s]\na=52.5200066\n', 'a=52.5200066\n'],
  ],
  [
    'writeTextFile',
    'builtins.readFile (pkgs.writeTextFile { name = "n"; text = "text"; executable = true; })',
    'text',
  ],
  ['writeText', 'builtins.readFile (pkgs.writeText "notes.txt" "text")', 'text'],
  [
    'packages become store paths',
    generated('yaml { }', '{ p = { outPath = "/x"; }; s = { __toString = _: "t"; }; }'),
    'p: /x\ns: t\n',
  ],
  [
    'types take nested values',
    '(lib.evalModules { modules = [ { options.o = lib.mkOption { type = (pkgs.formats.yaml { }).type; }; config.o = { a = [ 1 null { b = "c"; } ]; }; } ]; }).config.o',
    { a: [1, null, { b: 'c' }] },
  ],
  ['platform', 'pkgs.stdenv.hostPlatform.system', 'x86_64-linux'],
];

describe.skipIf(!hasNix)('pkgs stand-in', () => {
  const results = hasNix
    ? (evaluate(`${PKGS} [ ${cases.map(([, text]) => `(${text})`).join(' ')} ]`) as unknown[])
    : [];

  it.each(cases.map(([title, , expected], index) => ({ title, expected, index })))(
    '$title',
    ({ expected, index }) => {
      expect(results[index]).toEqual(expected);
    },
  );

  it('hands on what would be built, and says so when it is needed', () => {
    const built =
      '(pkgs.runCommand "patched" { nativeBuildInputs = [ pkgs.yq-go ]; } "cp -r ${pkgs.jq} $out")';
    expect(evaluate(`${PKGS} [ ${built}.name (lib.types.package.check ${built}) ]`)).toEqual([
      'patched',
      true,
    ]);
    expect(runNix(`${PKGS} builtins.readFile ${built}`).stderr).toContain(
      'pkgs.runCommand "patched": its result is needed during evaluation',
    );
    const fetched = [
      'pkgs.fetchFromGitHub { owner = "o"; repo = "charts"; rev = "v1"; hash = ""; }',
      'pkgs.fetchurl { url = "https://charts.example/redis-1.2.tgz"; hash = ""; }',
      'pkgs.stdenv.mkDerivation { pname = "p"; version = "1"; }',
    ].map((each) => `(${each}).chart.chart`);
    expect(evaluate(`${PKGS} [ ${fetched.map((each) => `(${each})`).join(' ')} ]`)).toEqual([
      'charts',
      'redis-1.2.tgz',
      'p-1',
    ]);
  });

  it('says what to do about the rest', () => {
    expect(runNix(`${PKGS} pkgs.jq`).stderr).toContain(
      "pkgs.jq: not in Gantry's pkgs stand-in; use gantry.override { pkgs = …; }",
    );
    expect(runNix(`${PKGS} pkgs.formats.hocon`).stderr).toContain('pkgs.formats.hocon: not in');
  });
});
