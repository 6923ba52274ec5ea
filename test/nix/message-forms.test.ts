import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NO_GRANTS } from '../../src/nix/grants.ts';
import { isolated } from '../../src/nix/isolation.ts';
import { diagnose, failingModule } from '../../src/nix/diagnose.ts';
import { readNixMessages } from '../../src/nix/messages.ts';
import { inWorkingTree } from '../../src/nix/working-tree.ts';
import { scrubbedEnvironment } from '../../src/process/environment.ts';

const FORMS = join(import.meta.dirname, '../fixtures/nix-messages');
let root = '';

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'gantry-forms-')));
  mkdirSync(join(root, 'modules/apps'), { recursive: true });
  mkdirSync(join(root, '.git'));
  writeFileSync(join(root, 'modules/apps/a.nix'), '');
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe.each(readdirSync(FORMS))('what %s writes', (name) => {
  test('is one error with message, module and place; warnings and traces are none', () => {
    const { errors, others } = readNixMessages(
      readFileSync(join(FORMS, name), 'utf8').replaceAll('ROOT', root),
    );
    expect(errors).toHaveLength(1);
    expect(others.join('\n')).toContain('trace: error: nothing is wrong');
    const error = inWorkingTree(errors[0] ?? { text: '', trace: [] }, root);
    expect(failingModule(error)).toBe('apps/a.nix');
    expect(diagnose(error, { projectRoot: root, library: '/outside' })).toMatchObject({
      message: 'not today',
      file: 'apps/a.nix',
      origin: { file: 'modules/apps/a.nix', line: 3 },
    });
  });
});

test.each([
  [
    'Nix 2.8',
    String.raw`"msg":"\u001b[31;1merror:\u001b[0m attribute 'fooo' missing\n\n       at \u001b[35;1m/p/x.nix:1:25\u001b[0m:\n\n            1| b\n             | ^\n       Did you mean \u001b[35;1mfoo\u001b[0m?","raw_msg":"attribute 'fooo' missing"`,
    'Did you mean foo?',
  ],
  [
    'newer ones',
    String.raw`"msg":"error: attribute 'fooo' missing\n       at «string»:1:1:\n            1| { }.fooo\n       Did you mean one of foo, fob or fox?","raw_msg":"attribute 'fooo' missing"`,
    'Did you mean one of foo, fob or fox?',
  ],
  [
    'none',
    String.raw`"msg":"error: attribute 'fooo' missing","raw_msg":"attribute 'fooo' missing"`,
    undefined,
  ],
])('the suggestion of %s is kept', (_name, members, help) => {
  const { errors } = readNixMessages(`@nix {"action":"msg","level":0,${members}}`);
  const found = diagnose(errors[0] ?? { text: '', trace: [] }, {
    projectRoot: '/p',
    library: '/g',
  });
  expect([found.message, found.help]).toEqual(["attribute 'fooo' missing", help]);
});

test('a project in a folder of its repository is found below the source of the flake', () => {
  const text =
    'at /nix/store/0123456789abcdfghijklmnpqrsvwxyz-source/modules/apps/a.nix:3:9 and /nix/store/0123456789abcdfghijklmnpqrsvwxyz-source/nix/x.nix';
  const mapped = inWorkingTree({ text, trace: [] }, join(root, 'modules'));
  expect(mapped.text).toBe(
    `at ${root}/modules/apps/a.nix:3:9 and /nix/store/0123456789abcdfghijklmnpqrsvwxyz-source/nix/x.nix`,
  );
});

describe('how nix is called', () => {
  const store = { root: '/s', args: ['--store', '/s'] };

  test('nothing is made impure, and no feature is added to those that a user has turned on', () => {
    const text = isolated({ library: '/g', readable: [], store, grants: NO_GRANTS }).join(' ');
    expect(text).not.toMatch(/impure|pure-eval|extra-|flakes/);
    expect(text).toContain('--option restrict-eval true');
  });

  test('a folder whose name ends in `=` is no name of a search path', () => {
    const readable = ['/p/x=', '/p/x=/etc'];
    const args = isolated({ library: '/g', readable, store, grants: NO_GRANTS });
    const paths = args.filter((_, index) => args[index - 1] === '-I');
    expect(paths.map((path) => path.slice(path.indexOf('=') + 1))).toEqual([
      ...['/g/nix', '/g/generated', ...readable, '/s/nix/store'],
    ]);
  });

  test('the user configures nix: NIX_CONFIG is passed on, as it is', () => {
    const NIX_CONFIG = 'substituters =\naccept-flake-config = true';
    expect(scrubbedEnvironment({ NIX_CONFIG, SOPS_AGE_KEY: 'x' })).toEqual({ NIX_CONFIG });
  });
});
