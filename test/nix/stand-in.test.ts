import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explainAbsent, findInPkgs } from '../../src/nix/stand-in.ts';

test.each([
  ['{ pkgs, ... }: { v = pkgs.k3s.version; }', 'pkgs.k3s', 1, 22],
  ['{ pkgs, ... }:\n{ v = "${pkgs.k3s}/bin"; }', 'pkgs.k3s', 2, 10],
  ['args: { v = args.pkgs."k3s"; }', 'pkgs.k3s', 1, 18],
  ['{ pkgs, ... }: { v = pkgs.stdenv.k3s; }', 'pkgs.stdenv.k3s', 1, 22],
  ['{ pkgs, ... }:\nlet inherit (pkgs) jq\n  k3s; in { v = k3s; }', 'pkgs.k3s', 3, 3],
  ['{ pkgs, ... }: with pkgs; { v = k3s; }', 'pkgs.k3s', 1, 33],
  ['{ pkgs, ... }: let inherit (pkgs.stdenv) k3s; in k3s', 'pkgs.stdenv.k3s', 1, 42],
  ['{ pkgs, ... }: let p = pkgs; in p.k3s', 'pkgs.k3s', 1, 33],
  ['{ pkgs, ... }: builtins.getAttr "k3s" pkgs', 'pkgs.k3s', 1, 33],
  ['{ pkgs, ... }: map (n: pkgs.${n}) [ "k3s" ]', 'pkgs.k3s', 1, 24],
  ['# pkgs.k3s\n{ pkgs, ... }: pkgs.k3s', 'pkgs.k3s', 2, 16],
])('%j asks for %s', (source, path, line, column) => {
  expect(findInPkgs('k3s', source)).toEqual({ path, line, column });
});

test.each([
  '{ lib, ... }: lib.k3s',
  '{ pkgs, ... }: pkgs.k3s-agent',
  '{ pkgs, ... }: pkgs.lib.k3s',
  '{ pkgs, ... }: { a = pkgs.jq; b = other.k3s; }',
  '/* pkgs.k3s */ { other, ... }: other.k3s',
  '{ mypkgs, ... }: mypkgs.k3s',
])('%j does not', (source) => {
  expect(findInPkgs('k3s', source)).toBeUndefined();
});

test('a project that swaps pkgs keeps the words of Nix', () => {
  const root = mkdtempSync(join(tmpdir(), 'gantry-stand-in-'));
  try {
    const explain = () =>
      explainAbsent("attribute 'k3s' missing", { file: 'a.nix', line: 1 }, root)?.message;
    writeFileSync(join(root, 'a.nix'), '{ pkgs, ... }: pkgs.k3s');
    writeFileSync(join(root, 'gantry.nix'), '{ gantry }: gantry.mkProject { }');
    expect(explain()).toContain('pkgs.k3s: not in Gantry');
    writeFileSync(
      join(root, 'gantry.nix'),
      '{ gantry }: (gantry.override { inherit pkgs; }).mkProject { }',
    );
    expect(explain()).toBeUndefined();
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('other errors are left alone', () => {
  expect(explainAbsent('cannot coerce', { file: 'a.nix' }, '/')).toBeUndefined();
  expect(explainAbsent("attribute 'k3s' missing", undefined, '/')).toBeUndefined();
  expect(explainAbsent("attribute 'k3s' missing", { file: 'no/such.nix' }, '/')).toBeUndefined();
});
