import { describe, expect, test } from 'vitest';
import { makeProgram } from '../../src/cli/main.ts';
import { allPages, describeProgram } from '../../src/cli/reference/describe.ts';
import { Workspace, type Ran } from './workspace.ts';

interface Document {
  readonly contract?: string;
  readonly modules?: Record<string, unknown>;
  readonly edges?: readonly unknown[];
  readonly diagnostics: readonly { readonly code: string; readonly severity: string }[];
  readonly summary: { readonly errors: number };
}

/** The one document on stdout. */
function documentOf({ stdout }: Ran): Document {
  return JSON.parse(stdout) as Document;
}

const pages = allPages(describeProgram(await makeProgram()));
const commands = pages
  .filter(({ options }) => options.some(({ long }) => long === '--json'))
  .map(({ words, operands }) => ({ words, operands }));

describe('with --json there is one document on stdout, of every command', () => {
  test('many commands have it', () => {
    expect(commands.length).toBeGreaterThan(15);
  });

  test.each(commands)('$words, where there is no project', ({ words, operands }) => {
    const work = new Workspace();
    const args = operands.filter((name) => name.startsWith('<')).map(() => 'none');
    const ran = work.gantry([...words, ...args, '--json'], { cwd: work.home });
    const { diagnostics, summary } = documentOf(ran);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(summary.errors);
    expect(ran.code === 0).toBe(summary.errors === 0);
  });

  test.each(commands)('$words, used wrongly', ({ words }) => {
    const ran = new Workspace().gantry([...words, '--json', '--nonsense']);
    expect(ran.code).toBe(2);
    expect(documentOf(ran).diagnostics).toMatchObject([{ code: 'use/command-line' }]);
  });
});

describe('a project with a finding', () => {
  const broken = (module: string): Workspace => {
    const work = new Workspace();
    work.write('modules/kubenix/apps/broken.nix', module);
    return work;
  };
  const INGRESS =
    '{ kubernetes.resources.ingresses.a.spec = { tls = [ { secretName = "nobody"; } ]; defaultBackend.service = { name = "nobody"; port.number = 80; }; }; }';

  test('gmanifests gives the bundle and what is wrong with it', () => {
    const ran = broken(INGRESS).gantry(['gmanifests', '--json']);
    const { contract, modules, diagnostics, summary } = documentOf(ran);
    expect(ran.code).toBe(1);
    expect(contract).toBe('gantry/v1');
    expect(modules).toHaveProperty(['apps/broken.nix']);
    expect(diagnostics.map(({ code }) => code)).toContain('graph/missing-service');
    expect(summary.errors).toBeGreaterThan(0);
  });

  test('graph gives the edges and the findings', () => {
    const ran = broken(INGRESS).gantry(['graph', '--json']);
    const { edges, diagnostics } = documentOf(ran);
    expect([ran.code, edges?.length === 0]).toEqual([0, false]);
    expect(diagnostics.map(({ code }) => code)).toContain('graph/missing-service');
  });

  test.each([['gmanifests'], ['manifests'], ['check'], ['diff'], ['graph'], ['umanifests']])(
    '%s, where Nix fails',
    (command) => {
      const ran = broken('{ a = }').gantry([command, '--json']);
      expect(ran.code).toBe(3);
      expect(documentOf(ran).diagnostics).toMatchObject([{ code: 'nix/evaluation' }]);
    },
  );
});
