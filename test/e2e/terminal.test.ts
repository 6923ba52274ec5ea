import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import { getSecret } from '../../src/pipeline/secrets/get.ts';
import { setSecret } from '../../src/pipeline/secrets/set.ts';
import { codesOf, person, valueOf } from '../sops/fixture.ts';
import { Project, REPOSITORY, secretObject } from '../support/project.ts';
import { find } from '../support/programs.ts';
import { hasTerminals, onTerminal, type Session } from '../support/terminal.ts';

const STORE = 'secrets/store.enc.yaml';
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

/** The programs that a run needs, without the clipboards of whoever sits at this machine. */
function machinePath(): string {
  const folder = join(project.base, 'programs');
  mkdirSync(folder);
  for (const name of ['sh', 'cat']) symlinkSync(find(name) ?? '', join(folder, name));
  return `${join(project.base, 'bin')}:${folder}`;
}

/** An editor of a few shell lines, which gets the file as \`$1\`. */
function editor(lines: string): string {
  const path = join(project.base, 'editor');
  writeFileSync(path, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  return path;
}

describe.skipIf(!hasTerminals())('on a terminal', () => {
  test('the picker lists the keys; typing narrows them; a value is shown and leaves nothing behind', () => {
    const { screen, code } = gantry(
      ['secrets', 'pick'],
      [
        ['Esc to leave', 'tok'],
        [`> ${STORE}#token`, '\r'],
        ['show its value', 's'],
        ['the token', 'x'],
        [`> ${STORE}#token`, '\u001b'],
      ],
    );
    expect(screen).toContain(`${STORE}#spare    unused`);
    expect(screen).toContain(`${STORE}#missing  MISSING`);
    expect(code).toBe(0);
    const [before, , after] = screen
      .split('\u001b[?1049')
      .map((part, index) => (index === 0 ? part : part.slice(1)));
    expect(before).toBe('');
    expect(after).toBe('');
    // What replaces the value is drawn on an empty screen.
    expect(screen.slice(screen.indexOf('the token'))).toContain('\u001b[2J');
  });

  test.each([
    [
      'moves',
      [
        ['Esc to leave', '\u001b[B'],
        [`> ${STORE}#token`, '\u001b[A'],
        [`> ${STORE}#spare`, '\u001b'],
      ],
    ],
    [
      'searches for modules',
      [
        ['Esc to leave', 'web'],
        [`> ${STORE}#token  apps/web.nix`, '\u001b'],
      ],
    ],
    [
      'erases',
      [
        ['Esc to leave', 'tok\u007f\u007f\u007fspa'],
        [`> ${STORE}#spare`, '\u001b'],
      ],
    ],
  ] as [string, Steps][])('the picker %s', (_title, steps) => {
    expect(gantry(['secrets', 'pick'], steps).code).toBe(0);
  });

  test('the picker generates, also what is missing', async () => {
    const generated = gantry(
      ['secrets', 'pick'],
      [
        ['Esc to leave', 'miss'],
        [`> ${STORE}#missing`, '\r'],
        ['generate one', 'g'],
      ],
    );
    expect(generated).toMatchObject({
      code: 0,
      screen: expect.stringContaining('missing is set in'),
    });
    expect(valueOf(await get('missing')).value).toMatch(/^[0-9a-f]{64}$/);
  });

  test('the picker makes what no key is called yet, with a value that is typed and not shown', async () => {
    const made = gantry(
      ['secrets', 'pick'],
      [
        ['Esc to leave', 'fresh/one'],
        ['> new key fresh/one', '\r'],
        ['type a value', 't'],
        ['value of fresh/one', 'hidden words\r'],
        ['once more', 'hidden words\r'],
      ],
    );
    expect(made).toMatchObject({ code: 0, screen: expect.stringContaining('fresh/one is set in') });
    expect(made.screen).not.toContain('hidden');
    expect(valueOf(await get('fresh/one')).value).toBe('hidden words');
  });

  test('the picker removes, when it is told so twice', async () => {
    const steps = (answer: string): Steps => [
      ['Esc to leave', 'spare'],
      [`> ${STORE}#spare`, '\r'],
      ['remove it', 'r'],
      ['[y/N]', answer],
    ];
    const kept = gantry(['secrets', 'pick'], [...steps('n'), [`> ${STORE}#spare`, '\u001b']]);
    expect([kept.code, valueOf(await get('spare')).value]).toEqual([0, 'the spare']);
    const removed = gantry(['secrets', 'pick'], steps('y'));
    expect(removed).toMatchObject({ code: 0, screen: expect.stringContaining('spare is removed') });
    expect(codesOf(await get('spare'))).toEqual(['secrets/missing-key']);
  });

  const COPY: Steps = [
    ['Esc to leave', 'token'],
    [`> ${STORE}#token`, '\r'],
    ['copy its value', 'c'],
  ];

  test('the picker copies by the terminal where there is no other clipboard, for a while', () => {
    const env = { PATH: machinePath() };
    const encoded = Buffer.from('the token').toString('base64');
    const { screen, code } = gantry(
      ['secrets', 'pick', '--clear-after', '2'],
      [...COPY, [`> ${STORE}#token`, '\u001b']],
      env,
    );
    expect(screen).toContain(`\u001b]52;c;${encoded}\u0007`);
    expect(screen.lastIndexOf('\u001b]52;c;!\u0007')).toBeGreaterThan(screen.indexOf(encoded));
    expect(screen).not.toContain('the token');
    expect(code).toBe(0);
  });

  test.each(['a key', 'Ctrl-C'])(
    'a clipboard program gets the value over its input, and is emptied by %s',
    (how) => {
      const log = join(project.base, 'clipboard');
      const program = join(project.base, 'pbcopy');
      writeFileSync(program, `#!/bin/sh\nprintf '[%s:%s]' "$*" "$(cat)" >>'${log}'\n`, {
        mode: 0o755,
      });
      const steps: Steps =
        how === 'Ctrl-C'
          ? [...COPY, ['clipboard (pbcopy)', '\u0003']]
          : [...COPY, ['clipboard (pbcopy)', 'x'], [`> ${STORE}#token`, '\u001b']];
      const env = { PATH: `${project.base}:${machinePath()}` };
      const { screen, code } = gantry(['secrets', 'pick'], steps, env);
      expect(readFileSync(log, 'utf8')).toBe('[:the token][:]');
      expect(screen).not.toContain('\u001b]52');
      expect(screen.endsWith('\u001b[?1049l')).toBe(true);
      expect(code).toBe(how === 'Ctrl-C' ? 130 : 0);
    },
  );

  test.each([
    ['Esc', [['Esc to leave', '\u001b']], 0],
    ['Ctrl-D', [['Esc to leave', '\u0004']], 0],
    ['Ctrl-C', [['Esc to leave', '\u0003']], 130],
    [
      'no action',
      [
        ['Esc to leave', 'token'],
        [`> ${STORE}#token`, '\r'],
        ['any other key goes back', 'x'],
        [`> ${STORE}#token`, '\u001b'],
      ],
      0,
    ],
  ] as [string, Steps, number][])(
    'the picker leaves at %s and changes nothing',
    (_title, steps, code) => {
      const before = project.texts();
      const session = gantry(['secrets', 'pick'], steps);
      expect(session.code).toBe(code);
      expect(session.screen.endsWith('\u001b[?1049l')).toBe(true);
      expect(project.texts()).toEqual(before);
    },
  );

  test('a terminal without abilities gets the list', () => {
    const { screen, code } = gantry(['secrets', 'pick'], [], { TERM: 'dumb' });
    expect(screen).not.toContain('\u001b');
    expect([code, screen.includes(`${STORE}#spare  unused`)]).toEqual([0, true]);
  });

  test('a value is asked for twice and not shown', async () => {
    const { screen, code } = gantry(
      ['secrets', 'set', 'token'],
      [
        ['value of token', 'wrnog\u0015new\tvalu\u007f\u001b[Aue\r'],
        ['once more', 'new\tvalue\r'],
      ],
    );
    expect([code, screen.includes('token is set in')]).toEqual([0, true]);
    expect(screen).not.toMatch(/wrnog|new/);
    expect(valueOf(await get('token')).value).toBe('new\tvalue');
  });

  test.each([
    [
      'two different values',
      [
        ['value of token', 'a\r'],
        ['once more', 'b\r'],
      ],
      2,
      'differ',
    ],
    ['a paste of two lines', [['value of token', 'a\rb\r']], 2, 'differ'],
    [
      'nothing',
      [
        ['value of token', '\r'],
        ['once more', '\r'],
      ],
      2,
      '/dev/null',
    ],
    ['Ctrl-D', [['value of token', '\u0004']], 2, 'no value was typed'],
    ['Ctrl-C', [['value of token', 'abc\u0003']], 130, ''],
  ] as [string, Steps, number, string][])('%s sets nothing', async (_title, steps, code, says) => {
    const session = gantry(['secrets', 'set', 'token'], steps);
    expect([session.code, session.screen.includes(says)]).toEqual([code, true]);
    expect(valueOf(await get('token')).value).toBe('the token');
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
