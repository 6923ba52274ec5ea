import { onTestFinished, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { gmanifests } from '../../src/pipeline/gmanifests.ts';
import { Project, secretObject } from '../support/project.ts';

/** What a project finds whose only object is the Secret `a`; its bundle was evaluated before. */
async function findings(rules: string): Promise<readonly Diagnostic[]> {
  const project = new Project('');
  onTestFinished(() => {
    project.dispose();
  });
  project.modules([{ name: 'a', encrypt: true, objects: [secretObject('a', { b: 'c' })] }], {
    rules: { 'secret/sealed-literal': 'off' },
  });
  project.write('gantry.rules.ts', rules);
  const generated = await gmanifests(project.options());
  return generated.ok ? generated.value.diagnostics : generated.diagnostics;
}

test('rules run on what Nix evaluated before', async () => {
  const found = await findings(`import { defineRule } from 'gantry';
    export default [
      defineRule({
        id: 'user/a', severity: 'info', title: 't', kinds: ['Secret'],
        check(object, { report, file, encrypted, at }) {
          report({ message: [file, encrypted, at('stringData', 'b'), at('x', 'y')].join(), path: ['stringData', 'b'] });
        },
      }),
      defineRule({ id: 'user/b', severity: 'info', title: 't', kinds: ['apps/Secret'],
        check(object, { report }) { report({ message: 'none' }); } }),
    ];`);
  expect(found).toEqual([
    {
      code: 'user/a',
      severity: 'info',
      message: 'stringData.b: .k8s/a.enc.yaml,true,c,',
      file: '.k8s/a.enc.yaml',
      object: 'Secret apps/a',
      pointer: '/stringData/b',
    },
  ]);
});

test.each([
  ['is no TypeScript', 'export default [\n  ][;\n', 'config/rules', 'ParseError', 2],
  ['throws', 'export default [];\nthrow new Error("oops");\n', 'config/rules', 'oops', 2],
  ['exports something else', 'export default {};\n', 'config/rules', 'must be a list', undefined],
  [
    'has a rule of another shape',
    'export default [{ id: "owner", check: 1 }];\n',
    'config/rules',
    'id must be `user/`',
    undefined,
  ],
  [
    'has a rule that fails',
    'import { defineRule } from "gantry";\nexport default [\n  defineRule({ id: "user/a", severity: "info", title: "t", check({ spec }: any) { spec.x.y.z; } }),\n];\n',
    'config/rule-failed',
    'user/a failed: Cannot read properties of undefined',
    3,
  ],
  [
    'has a rule that changes an object',
    'import { defineRule } from "gantry";\nexport default [\n  defineRule({ id: "user/a", severity: "info", title: "t",\n    check(object: any) { object.metadata.name = "x"; } }),\n];\n',
    'config/rule-failed',
    'read only property',
    4,
  ],
  [
    'has a rule that is asynchronous',
    'import { defineRule } from "gantry";\nexport default [\n  defineRule({ id: "user/a", severity: "info", title: "t", async check() { throw new Error("late"); } }),\n];\n',
    'config/rule-failed',
    'must not be asynchronous',
    undefined,
  ],
  [
    'has two rules of one name',
    'import { defineRule } from "gantry";\nconst rule = defineRule({ id: "user/a", severity: "info", title: "t", check() {} });\nexport default [rule, rule];\n',
    'config/rules',
    'two rules have the id user/a',
    undefined,
  ],
])('a file that %s is one clear error', async (_title, text, code, words, line) => {
  const found = await findings(text);
  expect(found.map((each) => each.code)).toEqual(found.map(() => code));
  expect(found.map(({ message }) => message).join('\n')).toContain(words);
  expect(found[0]).toMatchObject({ severity: 'error', file: 'gantry.rules.ts' });
  expect(found[0]?.origin?.line).toBe(line);
});
