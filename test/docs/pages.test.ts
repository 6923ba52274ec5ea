import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commitAll, git, sameCommits } from '../flake/checkout.ts';
import { sharedCheckout } from '../flake/shared-checkout.ts';
import { LOCAL_INPUTS, nixBuilds, standIn } from '../flake/nix.ts';
import { find } from '../support/programs.ts';
import { outputPattern, readBlocks, type Block } from './blocks.ts';

const REPOSITORY = join(import.meta.dirname, '../..');

const pages = ['README.md', ...readdirSync(join(REPOSITORY, 'docs')).map((name) => `docs/${name}`)]
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, blocks: readBlocks(readFileSync(join(REPOSITORY, name), 'utf8')) }))
  .filter(({ blocks }) => blocks.length > 0);

let gantry: string;
let base: string;

beforeAll(() => {
  gantry = sharedCheckout();
  base = mkdtempSync(join(tmpdir(), 'gantry-docs-'));
  mkdirSync(join(base, 'bin'));
  program('gantry', `exec ${process.execPath} ${REPOSITORY}/dist/cli.js "$@"`);
  program('nix', NIX);
});

function program(name: string, text: string): void {
  const path = join(base, 'bin', name);
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
}

/** A page's flake has its inputs on this machine here, which apps that evaluate take only when they are told so. */
const NIX = `nix=${find('nix') ?? 'nix'}
case "$1 $2" in
  "run .#validate") exec $nix "$@" ;;
  "run .#"*)
    case " $* " in
      *" -- "*) exec $nix "$@" ${LOCAL_INPUTS.join(' ')} ;;
      *) exec $nix "$@" -- ${LOCAL_INPUTS.join(' ')} ;;
    esac ;;
  *) exec $nix "$@" ;;
esac`;

afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

describe.each(pages)('the commands of $name', ({ name, blocks }) => {
  test('say what the page shows', { timeout: 180_000 }, () => {
    const runnable = blocks.filter(({ command }) => nixBuilds || !/^nix (run|flake)/.test(command));
    const outputs = runPage(name, runnable);
    for (const [index, { line, command, output }] of runnable.entries()) {
      const { text, code } = outputs[index] ?? { text: '', code: 'none' };
      const title = `${name}:${line} $ ${command}`;
      expect(text, title).toMatch(outputPattern(output));
      expect(code === '0', `${title}: ${code}\n${text}`).toBe(
        !/^(error\[|error: |problem)/m.test(text),
      );
    }
  });
});

/**
 * Runs the commands of a page in one shell, with a home of its own and no key: those of docs/ in an empty folder, those of
 * the README in a repository with the example.
 */
function runPage(name: string, blocks: readonly Block[]): { text: string; code: string }[] {
  const folder = join(base, name, 'work');
  const home = join(base, name, 'home');
  mkdirSync(folder, { recursive: true });
  mkdirSync(home);
  if (name === 'README.md') {
    cpSync(join(gantry, 'examples'), join(folder, 'examples'), { recursive: true });
    git(folder, ['init', '--quiet']);
    commitAll(folder);
  }
  const steps = blocks.map(({ command }) => `${command}\nprintf '@@%s@@\\n' $?; use_this_gantry`);
  const { stdout } = spawnSync('bash', ['-c', [PRELUDE, ...steps].join('\n')], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: `${join(base, 'bin')}:${process.env['PATH'] ?? ''}`,
      HOME: home,
      LANG: 'C.UTF-8',
      // What Nix fetched and evaluated for one page, it has for the next.
      XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
      ...sameCommits,
      NIX_CONFIG: 'experimental-features = nix-command flakes\nsubstituters =\nwarn-dirty = false',
      GANTRY_INPUTS: `{ url = "git+file://${gantry}"; inputs.nixpkgs.url = "${standIn}"; }`,
    },
  });
  const parts = stdout.split(/@@(\d+)@@\n/);
  return blocks.map((_, index) => ({
    text: (parts[2 * index] ?? '').replaceAll(home, '/home/you').replaceAll(folder, '/home/you'),
    code: parts[2 * index + 1] ?? 'none',
  }));
}

/** A page's flake names the published Gantry; here it is this one, with the stand-in nixpkgs. */
const PRELUDE = `exec 2>&1
use_this_gantry() {
  if [ -f flake.nix ]; then sed -i "s|gantry.url = .github.*;|gantry = $GANTRY_INPUTS;|" flake.nix; fi
}`;
