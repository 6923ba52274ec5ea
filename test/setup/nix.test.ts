import { afterEach, beforeEach, expect, test } from 'vitest';
import { machine, type Machine } from './machine.ts';

const aptGet = `log apt-get "$*"
case $1 in install) printf '#!/bin/sh\\n' >$BIN/nix; /bin/chmod +x $BIN/nix ;; esac`;
const packages = 'install --yes -qq --no-install-recommends nix-bin nix-setup-systemd';

let fresh: Machine;

beforeEach(() => {
  fresh = machine();
  fresh.program('env', 'shift; exec "$@"');
});

afterEach(() => {
  fresh.remove();
});

test('with nix there is nothing to do', () => {
  fresh.program('nix', '');
  expect(fresh.step('nix')).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('root installs the packages of Debian and says so', () => {
  fresh.program('id', 'echo 0');
  fresh.program('apt-get', aptGet);
  const { code, stdout } = fresh.step('nix');
  expect(code).toBe(0);
  expect(stdout).toContain(`apt-get update && apt-get ${packages}`);
  expect(fresh.calls()).toEqual(['apt-get update -qq', `apt-get ${packages}`]);
});

test('a user with sudo installs them through it', () => {
  fresh.program('id', 'echo 1000');
  fresh.program('sudo', '[ "$1" = -n ] && exit 0\nlog sudo; exec "$@"');
  fresh.program('apt-get', aptGet);
  expect(fresh.step('nix').code).toBe(0);
  expect(fresh.calls()).toEqual(['sudo', 'apt-get update -qq', 'sudo', `apt-get ${packages}`]);
});

test('a user without rights gets the line to run, and nothing is done', () => {
  fresh.program('id', 'echo 1000');
  fresh.program('apt-get', aptGet);
  const { code, stderr } = fresh.step('nix');
  expect(code).toBe(1);
  expect(stderr).toContain(`su -c 'apt-get update && apt-get ${packages}'`);
  expect(fresh.calls()).toEqual([]);
});

test("elsewhere it stops with the line of Nix's own installer", () => {
  const { code, stderr } = fresh.step('nix');
  expect(code).toBe(1);
  expect(stderr).toContain('  curl -L https://nixos.org/nix/install | sh\n');
});

test('a failing apt-get fails the set-up', () => {
  fresh.program('id', 'echo 0');
  fresh.program('apt-get', 'exit 100');
  expect(fresh.step('nix').code).toBe(100);
});
