import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import type {
  Homelab,
  HomelabInput,
  homelabInputSchema,
} from '../../examples/homelab/generated/homelab.ts';
import { homelabSchema } from '../../examples/homelab/generated/homelab.ts';
import { loadNix, NixLoadError } from '../../src/index.ts';
import { declaredAt } from '../../src/runtime/declared-at.ts';
import { generate } from '../../src/codegen/generate.ts';
import { compilerMessages, load } from '../codegen/compile.ts';
import { ir, option, submodule, type } from '../codegen/ir-builder.ts';
import { LIBS, ROOT } from '../codegen/nix.ts';

const project = join(ROOT, 'examples', 'homelab');

async function errorOf(loading: Promise<unknown>): Promise<NixLoadError> {
  const error: unknown = await loading.catch((reason: unknown) => reason);
  if (error instanceof NixLoadError) return error;
  throw new Error('it did not fail as expected');
}

describe.skipIf(LIBS.length === 0)('loadNix', () => {
  test('does for the program of the example what it says', () => {
    const program = join(project, 'scripts', 'report.ts');
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', program], {
      encoding: 'utf8',
      cwd: ROOT,
    });
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual([
      'home.example: addresses 10.10.0.20 to 10.10.0.39',
      '  10.10.0.20  ingress',
      '  10.10.0.21  openclaw',
      '',
    ]);
  });

  test('gives a part of a project, typed and checked', async () => {
    const homelab = await loadNix(homelabSchema, { project, attr: 'specialArgs.homelab' });
    expectTypeOf(homelab).toEqualTypeOf<Homelab>();
    expect(homelab.kubernetes.loadBalancer.range.start).toBe('10.10.0.20');
  });

  test('gives a file and an expression, with arguments for Nix', async () => {
    const file = { file: 'config/kubernetes.nix', attr: 'ingressClass', cwd: project };
    expect(await loadNix(z.string(), file)).toBe('nginx');
    const expr = {
      expr: '{ berth }: { inherit berth; }',
      attr: 'berth',
      nixArguments: ['--argstr', 'berth', 'east'],
    };
    expect(await loadNix(z.string(), expr)).toBe('east');
  });

  test('tells for every place what was expected, what came, and where the option is declared', async () => {
    const expr = `{
      domain = 3;
      kubernetes = {
        ingressClass = "nginx"; namespaces.a = "a"; storageClass = "s"; tlsSecret = "t";
        loadBalancer = { addresses.web = "none"; range = { start = "10.0.0.1"; stop = "10.0.0.2"; }; sharingKey = "k"; };
      };
    }`;
    const { diagnostics, message } = await errorOf(loadNix(homelabSchema, { expr }));
    const places = diagnostics.map(
      ({ pointer, origin }) => `${pointer ?? ''} ${origin?.file ?? ''}`,
    );
    expect(places).toEqual([
      '/domain config/options.nix',
      '/kubernetes/loadBalancer/addresses/web config/options.nix',
    ]);
    expect(message).toContain(
      'the expression: domain must be a string, got the number 3 (config/options.nix:13)',
    );
    expect(message).toContain('got the string "none" (config/options.nix:45)');
  });

  test('tells what Nix says when there is no value', async () => {
    const { diagnostics } = await errorOf(loadNix(z.string(), { expr: '{ }.berth' }));
    expect(diagnostics).toMatchObject([
      { code: 'nix/evaluation', message: "attribute 'berth' missing" },
    ]);
  });
});

test('declarations are found behind collections, unions and recursion', () => {
  const declared = (line: number) => ({ declarations: [{ file: 'a.nix', line, column: 1 }] });
  const to = '/options/node/type';
  const next = type('nullOr', { element: { kind: 'ref', to } });
  const node = submodule({ next: option(next, declared(2)), x: option(type('int'), declared(3)) });
  const list = type('listOf', {
    element: type('either', { members: [type('str'), node] }),
    nonEmpty: false,
  });
  const tree = ir({ node: option(node, declared(1)), nodes: option(list, declared(4)) });
  const [file] = generate(tree, { name: 'tree', format: 'typescript', command: 'x' });
  const { treeSchema } = load(file?.text ?? '');
  const lineAt = (...path: (string | number)[]) => declaredAt(treeSchema ?? {}, path)?.line;
  expect(lineAt('node', 'next', 'next', 'x')).toBe(3);
  expect(lineAt('nodes', 0, 'x')).toBe(3);
  expect(lineAt('nodes', 0)).toBe(4);
  expect(lineAt('unknown')).toBeUndefined();
});

test('types: what people write may leave out defaults, what evaluation gives is total', () => {
  type Balancer = Homelab['kubernetes']['loadBalancer'];
  type BalancerInput = HomelabInput['kubernetes']['loadBalancer'];
  expectTypeOf<Balancer['sharingKey']>().toEqualTypeOf<string>();
  expectTypeOf<BalancerInput['sharingKey']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<z.infer<typeof homelabSchema>>().toEqualTypeOf<Homelab>();
  expectTypeOf<z.infer<typeof homelabInputSchema>>().toEqualTypeOf<HomelabInput>();
});

test('a program that uses the package compiles against its declaration files', () => {
  const program = (expected: string): string =>
    `import { loadNix } from '../dist/index.js';
     import { projectSettingsSchema } from './project.js';
     const settings = await loadNix(projectSettingsSchema, { flake: '.', attr: 'settings' });
     export const x: ${expected} = settings.lockFile;`;
  expect(compilerMessages({ 'user.mts': program('string') })).toEqual([]);
  expect(compilerMessages({ 'user.mts': program('number') })).toHaveLength(1);
});
