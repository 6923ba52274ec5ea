import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import { getSecret } from '../../src/pipeline/secrets/get.ts';
import { setSecret } from '../../src/pipeline/secrets/set.ts';
import { codesOf, person, valueOf } from '../sops/fixture.ts';
import { Project, REPOSITORY, secretObject } from '../support/project.ts';
import { hasTerminals, onTerminal, type Session } from '../support/terminal.ts';

const STORE = 'secrets/store.enc.yaml';
const WHICH = 'Which one? (number, nothing to leave) ';
const WHAT = '[s]how, [g]enerate anew (hex:32), [e]dit store, [r]emove? ';
let project: Project;

beforeEach(async () => {
  const ann = await person();
  project = new Project(ann.identity);
  onTestFinished(() => {
    project.dispose();
  });
  project.write(
    '.sops.yaml',
    `creation_rules:\n  - path_regex: ^\\.k8s/\n    encrypted_regex: ^(data|stringData)$\n    age: ${ann.recipient}\n  - age: ${ann.recipient}\n`,
  );
  const stringData = { token: `ref+sops://${STORE}#token`, other: `ref+sops://${STORE}#missing` };
  project.modules([
    { name: 'apps/web', encrypt: true, objects: [secretObject('web', stringData)] },
  ]);
  for (const key of ['spare', 'token']) {
    valueOf(await setSecret({ key, value: new Secret(`the ${key}`) }, project.options()));
  }
});

type Steps = readonly (readonly [string, string?])[];

function gantry(args: readonly string[], steps: Steps, env: Record<string, string> = {}): Session {
  const argv = [process.execPath, join(REPOSITORY, 'dist', 'cli.js'), ...args];
  const environment = project.shell({ TERM: 'xterm', XDG_RUNTIME_DIR: runtime(), ...env });
  return onTerminal({ argv, cwd: project.root, env: environment, steps });
}

const get = (key: string) => getSecret({ key }, project.options());

/** Where a plaintext is edited: in memory where there is such a folder. */
function runtime(): string {
  const folder = existsSync('/dev/shm') ? '/dev/shm' : project.base;
  const own = join(folder, `gantry-terminal-${process.pid}`);
  mkdirSync(own, { recursive: true });
  return own;
}

/** An editor of a few shell lines, which gets the file as \`$1\`. */
function editor(lines: string): string {
  const path = join(project.base, 'editor');
  writeFileSync(path, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  return path;
}

describe.skipIf(!hasTerminals())('on a terminal', () => {
  test('the picker lists the keys and shows the chosen one', () => {
    const { screen, code } = gantry(
      ['secrets', 'pick'],
      [
        [WHICH, '2\n'],
        [WHAT, 's\n'],
      ],
    );
    expect(screen).toContain(`1  ${STORE}#spare  unused`);
    expect(screen).toContain(`2  ${STORE}#token  apps/web.nix`);
    expect(screen).toContain(`3  ${STORE}#missing  MISSING`);
    expect(screen).toContain('the token\r\n');
    expect(code).toBe(0);
  });

  test('the picker generates, also what is missing', async () => {
    const generated = gantry(
      ['secrets', 'pick'],
      [
        [WHICH, '3\n'],
        [WHAT, 'g\n'],
      ],
    );
    expect(generated).toMatchObject({
      code: 0,
      screen: expect.stringContaining('missing is set in'),
    });
    expect(valueOf(await get('missing')).value).toMatch(/^[0-9a-f]{64}$/);
  });

  test('the picker removes', async () => {
    const removed = gantry(
      ['secrets', 'pick'],
      [
        [WHICH, '1\n'],
        [WHAT, 'r\n'],
      ],
    );
    expect(removed).toMatchObject({ code: 0, screen: expect.stringContaining('spare is removed') });
    expect(codesOf(await get('spare'))).toEqual(['secrets/missing-key']);
  });

  test.each([
    ['nothing', [[WHICH, '\n']]],
    ['Ctrl-D', [[WHICH, '\x04']]],
    ['a number that is none', [[WHICH, '9\n']]],
    [
      'no action',
      [
        [WHICH, '1\n'],
        [WHAT, 'x\n'],
      ],
    ],
  ] as [string, Steps][])('the picker leaves at %s and changes nothing', (_title, steps) => {
    const before = project.texts();
    expect(gantry(['secrets', 'pick'], steps).code).toBe(0);
    expect(project.texts()).toEqual(before);
  });

  test('a text that cannot be sealed is opened again; what comes back then is sealed', async () => {
    const EDITOR = editor(
      `if grep -q 'broken: \\[' "$1"; then echo 'token: mended' >"$1"; else echo 'broken: [' >>"$1"; fi`,
    );
    const { screen, code } = gantry(['secrets', 'edit'], [['Edit again? [Y/n] ', '\n']], {
      EDITOR,
    });
    expect(screen).toContain('is not YAML');
    expect(code).toBe(0);
    expect(valueOf(await get('token')).value).toBe('mended');
  });

  test('a text that cannot be sealed is given up by no', () => {
    const before = project.texts();
    const EDITOR = editor(`echo 'broken: [' >>"$1"`);
    const { code } = gantry(['secrets', 'edit'], [['Edit again? [Y/n] ', 'n\n']], { EDITOR });
    expect(code).toBe(4);
    expect(project.texts()).toEqual(before);
  });

  test('an editor that fails changes nothing', () => {
    const before = project.texts();
    const { screen, code } = gantry(['secrets', 'edit'], [], { EDITOR: editor('exit 3') });
    expect([code, screen.includes('use/editor')]).toEqual([2, true]);
    expect(project.texts()).toEqual(before);
  });

  test.each(['an editor', 'the question'])(
    'a terminal closed under %s leaves no plaintext',
    (under) => {
      const EDITOR = editor(
        under === 'an editor' ? 'echo opened; exec tail -f /dev/null' : `echo 'broken: [' >>"$1"`,
      );
      const until = under === 'an editor' ? 'opened' : 'Edit again?';
      const before = project.texts();
      expect(gantry(['secrets', 'edit'], [[until]], { EDITOR }).code).toBe(
        -constants.signals.SIGHUP,
      );
      expect([readdirSync(runtime()), project.texts()]).toEqual([[], before]);
    },
  );

  test('a run shows its stages', async () => {
    const key = 'missing';
    valueOf(await setSecret({ key, value: new Secret('found') }, project.options()));
    const { screen, code } = gantry(['manifests'], []);
    expect(code).toBe(0);
    expect(screen).toContain('[4/4] emanifests');
  });
});
