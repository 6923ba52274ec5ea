import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Result } from '../../../src/core/result.ts';
import { check } from '../../../src/pipeline/check.ts';
import { gmanifests } from '../../../src/pipeline/gmanifests.ts';
import type { RunOptions } from '../../../src/pipeline/options.ts';
import { REPOSITORY } from '../../support/project.ts';
import { has } from '../../support/programs.ts';
import { foundLines, markedLines } from './marked-lines.ts';

/** Projects with a fault in each line that has a mark: objects that are wrong, modules that do not evaluate. */
const MARKED = join(REPOSITORY, 'test/fixtures/origins');

/** A module that names a Secret which does not exist. */
const DANGLING: Readonly<Record<string, string>> = {
  'gantry.nix': '{ gantry, ... }: gantry.mkProject { root = ./modules; }',
  'modules/raw.nix': `{
  kubernetes.objects = [ { apiVersion = "v1"; kind = "Pod"; metadata.name = "raw"; spec.serviceAccountName = "gone"; } ];
}`,
};

/** A module whose placeholder names a store that is not there, and whose rule leaves the type clear. */
const SEALED: Readonly<Record<string, string>> = {
  'gantry.nix': '{ gantry, ... }: gantry.mkProject { root = ./modules; settings.demo = true; }',
  '.sops.yaml':
    'creation_rules:\n  - encrypted_regex: ^stringData$\n    age: age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun\n',
  'modules/web.enc.nix': `{
  kubernetes.resources.secrets.web = {
    metadata.namespace = "apps";
    stringData.token = "ref+sops://secrets/gone.enc.yaml#token";
    type = "ref+sops://secrets/gone.enc.yaml#type";
  };
}`,
};

function project(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'gantry-origins-')));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function optionsOf(root: string): RunOptions {
  const environment = { ...process.env, XDG_CACHE_HOME: join(root, '.cache') };
  return { cwd: root, only: [], adopt: false, environment, now: new Date(0) };
}

const errorsOf = (result: Result<unknown>) =>
  (result.ok ? [] : result.diagnostics).filter(({ severity }) => severity === 'error');

test.skipIf(!has('nix')).each(['findings', 'evaluation'])(
  '%s lead to the line that defined the value',
  async (name) => {
    const root = join(MARKED, name);
    const result = await gmanifests(optionsOf(root));
    expect(foundLines(result.ok ? [] : result.diagnostics)).toEqual(markedLines(root));
  },
);

test.skipIf(!has('nix'))('so do findings about stores and creation rules', async () => {
  const result = await check({ ...optionsOf(project(SEALED)), decrypt: false });
  const places = errorsOf(result).map(
    ({ code, origin }) => `${code} ${origin?.line ?? ''}:${origin?.column ?? ''}`,
  );
  expect(places.sort()).toEqual(['placeholder/clear-path 5:5', 'secrets/no-store 4:5']);
});

test.skipIf(!has('nix'))(
  'a second evaluation that fails is told, and takes no finding away',
  async () => {
    const root = project({ ...DANGLING, 'bin/nix': FAILING });
    chmodSync(join(root, 'bin/nix'), 0o755);
    vi.stubEnv('PATH', `${join(root, 'bin')}:${process.env['PATH'] ?? ''}`);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const result = await gmanifests(optionsOf(root));
    const found = result.ok ? [] : result.diagnostics;
    expect(errorsOf(result).filter(({ code }) => code.startsWith('graph/'))).toHaveLength(1);
    expect(found.at(-1)).toMatchObject({
      ...{ code: 'nix/origins', severity: 'warning' },
      message: expect.stringContaining('out of luck'),
    });
  },
);

/** A `nix` that evaluates once. */
const FAILING = `#!/bin/sh
PATH=\${PATH#*:}
case "$*" in *eval*)
  mark=$(dirname "$0")/mark
  [ -e "$mark" ] && { echo "out of luck" >&2; exit 1; }
  touch "$mark" ;;
esac
exec nix "$@"
`;
