import { expect, test } from 'vitest';
import { Workspace, type Ran } from './workspace.ts';

interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

function findings({ stdout }: Ran): Record<string, string> {
  const document = JSON.parse(stdout) as { findings: Finding[] };
  return Object.fromEntries(
    document.findings.map(({ name, ok, detail }) => [name, `${ok ? 'ok' : 'problem'}: ${detail}`]),
  );
}

const NIX_CONFIG = 'experimental-features = nix-command flakes';

test('all is well with the example', () => {
  const ran = new Workspace().gantry(['doctor'], { env: { NIX_CONFIG } });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).not.toContain('problem');
  expect(ran.stdout).not.toMatch(/AGE-SECRET-KEY/);
});

test('what is missing is told with what to do', () => {
  const work = new Workspace();
  work.remove('keys');
  work.edit('.sops.yaml', /path_regex: .*k8s.*/, 'path_regex: ^nothing$');
  work.write('manifests.lock', 'one two\n');
  const ran = work.gantry(['doctor', '--json'], { env: { NIX_CONFIG: '' } });
  expect(ran.code).toBe(1);
  expect(findings(ran)).toMatchObject({
    flakes: expect.stringMatching(/^problem: off/),
    identities: expect.stringContaining('demo-only.agekey (ENOENT)'),
    '.sops.yaml': expect.stringMatching(/^problem: .*no creation rule matches/),
    'lock file': expect.stringMatching(/^problem: .*another format/),
  });
});

test('outside a project the machine is looked at all the same', () => {
  const ran = new Workspace().gantry(['doctor', '--json'], { cwd: '/' });
  expect(findings(ran)).toMatchObject({
    nix: expect.stringMatching(/^ok: /),
    project: expect.stringMatching(/^problem: no gantry.nix/),
  });
});
