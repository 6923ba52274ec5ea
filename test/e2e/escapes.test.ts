import { describe, expect, test } from 'vitest';
import { Workspace, type Ran } from './workspace.ts';

const ESCAPE = String.raw`\u001b]0;title\u0007\u001b[2J\u009b31m\u202e`;

/** A Nix text with what a terminal would obey. */
const HOSTILE = `(builtins.fromJSON ''"${ESCAPE}"'')`;

/** Everything but line feeds and tabs that a terminal would obey. */
// eslint-disable-next-line no-control-regex
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

function expectHarmless(ran: Ran): void {
  expect(ran.stdout).not.toMatch(OBEYED);
  expect(ran.stderr).not.toMatch(OBEYED);
}

describe('no command passes on what a terminal would obey', () => {
  test.each([
    ['manifests'],
    ['manifests --dry-run --report compact'],
    ['check --report github'],
    ['check --json'],
    ['diff --against .k8s'],
    ['graph'],
    ['graph --json'],
    ['umanifests'],
    ['umanifests --json'],
    ['vmanifests'],
    ['gmanifests --json'],
    ['secrets ls'],
  ])('of names and values: %s', (line) => {
    const work = new Workspace();
    work.edit(
      'modules/kubenix/apps/ntfy.nix',
      '"docker.io/binwiederhier/ntfy:v2.18.0"',
      `("docker.io/binwiederhier/ntfy:v2.18.0" + ${HOSTILE})`,
    );
    work.write(
      'modules/kubenix/extra.nix',
      `{ kubernetes.resources.configMaps.a = { data.k = ${HOSTILE}; data.\${${HOSTILE}} = "v"; metadata.name = "a" + ${HOSTILE}; metadata.labels.x = ${HOSTILE}; };
         kubernetes.resources.pods.p.spec = { containers.c.image = "x"; volumes = [ { name = "v"; secret.secretName = "n" + ${HOSTILE}; } ]; }; }`,
    );
    const ran = work.gantry(line.split(' '));
    expect(ran.stdout + ran.stderr).not.toBe('');
    expectHarmless(ran);
  });

  test('of what Nix says', () => {
    const work = new Workspace();
    work.write('modules/kubenix/extra.nix', `throw ("no " + ${HOSTILE})`);
    const ran = work.gantry(['manifests']);
    expect([ran.code, ran.stderr.includes('u{1b}')]).toEqual([3, true]);
    expectHarmless(ran);
  });

  test('of warnings of modules', () => {
    const work = new Workspace();
    work.write('modules/kubenix/extra.nix', `{ warnings = [ ("careful " + ${HOSTILE}) ]; }`);
    expectHarmless(work.gantry(['manifests']));
  });

  test.each([
    ['validate', '-'],
    ['validate', '--json', '-'],
    ['validate', '--report', 'junit', '-'],
  ])('of YAML: %j', (...args) => {
    const input = `apiVersion: v1\nkind: "Po\\e[2J"\nmetadata: {name: "\\e]0;x\\a"}\n---\n\u202ekind: [\n`;
    expectHarmless(new Workspace().gantry(args, { input }));
  });

  test.each([
    [['\u001b[2J']],
    [['manifests', '--\u001b[2J']],
    [['explain', '\u001b[2J']],
    [['secrets', 'get', '\u001b[2J']],
  ])('of arguments: %j', (args) => {
    const ran = new Workspace().gantry(args);
    expect(ran.code).not.toBe(0);
    expectHarmless(ran);
  });

  test('of .sops.yaml and names of stores', () => {
    const work = new Workspace();
    work.write('.sops.yaml', 'creation_rules:\n  - path_regex: "(?!\\e[2J)"\n    age: "\\e[2Jx"\n');
    expectHarmless(work.gantry(['manifests']));
    expectHarmless(work.gantry(['secrets', 'new', '\u001b[2J.yaml']));
  });
});

test.each([
  ['--color=always', {}, true],
  ['--color=never', { FORCE_COLOR: '1' }, false],
  ['--color=auto', {}, false],
  ['-q', { FORCE_COLOR: '1' }, true],
  ['-q', { FORCE_COLOR: '0' }, false],
  ['-q', { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ['-q', { NO_COLOR: '', FORCE_COLOR: '' }, true],
])('colours with %s and %j: %s', (flag, env, isColoured) => {
  const ran = new Workspace().gantry(['explain', flag, 'zzz/zzz'], { env });
  expect(ran.stderr.includes('\u001b[')).toBe(isColoured);
});
