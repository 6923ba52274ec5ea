import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { Workspace } from './workspace.ts';

function git(work: Workspace, ...args: readonly string[]): void {
  const env = work.environment({ GIT_CONFIG_GLOBAL: '/dev/null' });
  expect(spawnSync('git', args, { cwd: work.root, env }).status).toBe(0);
}

test('without --flake untracked modules are rendered, and named for the flake beside them', () => {
  const work = new Workspace();
  expect(work.gantry(['gmanifests']).stderr).not.toContain('untracked');
  git(work, 'init', '--quiet');
  git(work, 'add', '--all');
  work.write('modules/kubenix/apps/a b.nix', '{ }');
  work.write('modules/kubenix/_stations.json', '{ }');
  work.write('.gitignore', 'ignored.nix\n');
  work.write('ignored.nix', '{ }');
  const { code, stderr } = work.gantry(['gmanifests']);
  expect(code).toBe(0);
  expect(stderr).toContain('info[nix/untracked] git does not track 2 files');
  expect(stderr).toContain("git add modules/kubenix/_stations.json 'modules/kubenix/apps/a b.nix'");
  expect(stderr).not.toContain('ignored.nix');
});
