import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, watch } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../sops/fixture.ts';
import { Project, REPOSITORY, secretObject } from '../support/project.ts';

const FILES = 120;
const TEMPORARY = /^\.gantry-\d+-\d+\.tmp$/;
let project: Project;

beforeAll(async () => {
  const ann = await person();
  project = new Project(ann.identity);
  project.write(
    '.sops.yaml',
    `creation_rules:\n  - encrypted_regex: ^(data|stringData)$\n    age: ${ann.recipient}\n`,
  );
  changeEverything('first');
  expect((await project.run()).ok).toBe(true);
});

afterAll(() => {
  project.dispose();
});

/** Lets every file of the tree change: the time between the first temporary file and the last rename is long. */
function changeEverything(value: string): void {
  project.modules(
    Array.from({ length: FILES }, (_, index) => ({
      name: `apps/m${index}`,
      encrypt: index % 3 === 0,
      objects: [secretObject(`m${index}`, { value })],
    })),
    { rules: { 'secret/clear-literal': 'off' } },
  );
}

function start(stdout: 'ignore' | 'pipe' = 'ignore'): ChildProcess {
  return spawn(process.execPath, [join(REPOSITORY, 'dist', 'cli.js'), 'manifests'], {
    cwd: project.root,
    env: project.shell(),
    stdio: ['ignore', stdout, 'ignore'],
  });
}

/** A run that has begun to write, by its first temporary file. */
function writingRun(): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const watcher = watch(join(project.root, '.k8s', 'apps'), (_event, name) => {
      if (TEMPORARY.test(name ?? '')) resolve(run);
    });
    const run = start();
    run.once('exit', (code) => {
      watcher.close();
      reject(new Error(`ended with ${String(code)} before it could be interrupted`));
    });
  });
}

/** What a run keeps while it goes on: temporary files in the project, its lock outside. */
function leftovers(): { temporaries: string[]; locks: string[] } {
  const state = join(project.base, 'home', '.local', 'state', 'gantry');
  return {
    temporaries: Object.keys(project.texts()).filter((path) => TEMPORARY.test(basename(path))),
    locks: existsSync(state)
      ? readdirSync(state, { recursive: true, encoding: 'utf8' }).filter((name) =>
          name.includes('lock'),
        )
      : [],
  };
}

describe('a run that is ended while it writes', () => {
  test.each([
    ['SIGINT', [130, null]],
    ['SIGTERM', [143, null]],
    // A shell calls it 129.
    ['SIGHUP', [null, 'SIGHUP']],
  ] as const)('by %s ends with %j, without lock and temporary files', async (signal, expected) => {
    changeEverything(signal);
    const before = project.texts('.k8s');
    const run = await writingRun();
    run.kill(signal);
    expect(await once(run, 'exit')).toEqual(expected);
    expect(leftovers()).toEqual({ temporaries: [], locks: [] });
    expect(Object.keys(project.texts('.k8s'))).toEqual(Object.keys(before));
    await expectFinished();
  });

  test('by SIGKILL leaves a stale lock, which the next run takes over, and files that it removes', async () => {
    changeEverything('SIGKILL');
    const run = await writingRun();
    run.kill('SIGKILL');
    expect(await once(run, 'exit')).toEqual([null, 'SIGKILL']);
    expect(leftovers().locks).toHaveLength(1);
    await expectFinished();
  });
});

test('a run whose reader goes away is done all the same', async () => {
  changeEverything('no reader');
  const run = start('pipe');
  run.stdout?.destroy();
  expect(await once(run, 'exit')).toEqual([0, null]);
  expect(await project.check()).toEqual([]);
});

/** The next run does what was left, and nothing is left behind. */
async function expectFinished(): Promise<void> {
  expect(await project.check()).not.toEqual([]);
  expect((await project.run()).ok).toBe(true);
  expect(await project.check()).toEqual([]);
  expect(leftovers()).toEqual({ temporaries: [], locks: [] });
}
