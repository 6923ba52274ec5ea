import { expect, test } from 'vitest';
import { Workspace } from './workspace.ts';

const RULES = `import { defineRule, type RuleObject } from 'gantry';
import { isOurs } from './rules/images.ts';

interface Deployment extends RuleObject {
  readonly spec: { readonly template: { readonly spec: { readonly containers: { image: string }[] } } };
}

export default [
  defineRule<Deployment>({
    id: 'user/own-registry',
    severity: 'warning',
    title: 'images come from our registry',
    kinds: ['apps/Deployment'],
    check({ spec }, { report }) {
      for (const [index, { image }] of spec.template.spec.containers.entries())
        if (!isOurs(image))
          report({
            message: \`\${image} is not from our registry\`,
            path: ['spec', 'template', 'spec', 'containers', index, 'image'],
            help: 'mirror it',
          });
    },
  }),
  defineRule({
    id: 'user/has-service',
    severity: 'off',
    title: 'every Deployment has a Service',
    check({ kind, metadata }, { objects, report, at }) {
      const isServed = objects.some((other) => other.kind === 'Service' && other.metadata.name === metadata.name);
      if (kind === 'Deployment' && at('spec', 'replicas') === 1 && !isServed) report({ message: 'no Service' });
    },
  }),
];
`;

const HELPER = `export const isOurs = (image: string): boolean => image.startsWith('registry.example/');\n`;

interface Document {
  readonly diagnostics: {
    code: string;
    severity: string;
    pointer?: string;
    origin?: { file: string; line: number };
  }[];
}

function check(work: Workspace, ...args: string[]) {
  const ran = work.gantry(['check', '--json', ...args]);
  const { diagnostics } = JSON.parse(ran.stdout) as Document;
  return { ...ran, found: diagnostics.filter(({ severity }) => severity !== 'info') };
}

function withRules(text = RULES): Workspace {
  const work = new Workspace();
  work.write('gantry.rules.ts', text);
  work.write('rules/images.ts', HELPER);
  return work;
}

test('a rule of a project finds what it is after, at the Nix line; explain knows it', () => {
  const work = withRules();
  const { code, found } = check(work);
  expect(found).toMatchObject([
    {
      code: 'user/own-registry',
      severity: 'warning',
      pointer: '/spec/template/spec/containers/0/image',
      origin: { file: 'modules/kubenix/apps/ntfy.nix', line: 13 },
    },
  ]);
  expect(code).toBe(0);
  expect(work.gantry(['explain']).stdout).toMatch(/^user\/own-registry {2}/m);
  expect(work.gantry(['explain', 'user/own-registry']).stdout).toContain(
    'images come from our registry',
  );
  expect(Object.keys(work.snapshot()).filter((path) => path.includes('jiti'))).toEqual([]);
});

test('settings and opt-outs hold for it as for any other', () => {
  const work = withRules();
  work.edit('gantry.nix', 'settings = {', 'settings = { rules."user/own-registry" = "error";');
  expect(check(work)).toMatchObject({ code: 1, found: [{ severity: 'error' }] });
  work.edit('gantry.nix', '"user/own-registry" = "error"', '"user/*" = "off"');
  expect(check(work)).toMatchObject({ code: 0, found: [] });
});
