import { describe, expect, test } from 'vitest';
import type { KubernetesObject } from '../../src/core/object.ts';
import { readSubstitutions } from '../../src/validation/flux/substitution.ts';
import { readManifest } from '../../src/yaml/read.ts';
import { registryOf } from './registry.ts';
import { brief, fileOf, findingsIn } from './tree-of.ts';

describe('what Flux reads', () => {
  test.each([
    ['no variable', '$a $(b) {c} $$ $', []],
    ['an escape', '$${a} $$$${b} $$$${c', []],
    ['a dollar before a variable', '$$${a}', ['a']],
    ['names', '${a}${B_1}${1x}${é}', ['a', 'B_1', '1x', 'é']],
    ['operators', '${a^}${b,,}${c#x}${d%%.*}${e:1:2}${f/x/y}${g//x/}', 'abcdefg'.split('')],
    ['a length', '${#a}', ['a']],
    ['defaults', '${a:=x}${b:-}${c=y}${d:?z}', ['a?', 'b?', 'c?', 'd?']],
    ['a variable in a default', '${a:-x ${b} y}', ['b', 'a?']],
  ])('%s', (_title, text, names) => {
    const { uses, problem } = readSubstitutions(text);
    expect(problem).toBeUndefined();
    expect(uses.map(({ name, hasDefault }) => (hasDefault ? `${name}?` : name))).toEqual(names);
  });

  test.each(['${', '${}', '${a', '${.Values.a}', '${a-b}', '${!a}', '${a[@]}', '${a@Q}', '${a#}'])(
    'and what it cannot read: %s',
    (text) => {
      expect(readSubstitutions(`x ${text}`).problem).toBe(text);
    },
  );
});

const SOURCE = 'sourceRef: { kind: GitRepository, name: flux-system }';
const DECRYPTION = 'decryption: { provider: sops, secretRef: { name: age } }';

function kustomization(path: string, rest: string): string {
  return `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: k, namespace: flux-system }\nspec: { path: ${path}, prune: true, ${SOURCE}, ${rest} }`;
}

const variables = (names: string, more = '') =>
  fileOf(
    kustomization('./.k8s/apps', `postBuild: { substitute: { ${names} } ${more} }`),
    '.k8s/k.yaml',
  );
const configMap = (text: string, marks = '', path = '.k8s/apps/c.yaml') =>
  fileOf(
    `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c, namespace: flux-system ${marks} }\ndata: { ${text} }`,
    path,
  );
const flux = (...args: Parameters<typeof findingsIn>) =>
  brief(findingsIn(...args).filter(({ code }) => code.startsWith('flux/')));
const UNDEFINED = 'error flux/undefined-variable ConfigMap flux-system/c /data/a';

describe('variables', () => {
  test('one that is not defined is an error at its place', () => {
    const found = findingsIn([variables('zone: x'), configMap('a: "${zonne} ${zone} ${x:=y}"')]);
    expect(brief(found)).toEqual([UNDEFINED]);
    expect(found[0]?.message).toContain('has no variable zonne');
    expect(found[0]?.help).toBe('did you mean "zone"?');
  });

  test.each([
    [
      'the file is not applied by it',
      [variables('z: x'), configMap('a: "${b}"', '', '.k8s/c.yaml')],
    ],
    [
      'the object says so',
      [
        variables('z: x'),
        configMap('a: "${b}"', ', labels: { kustomize.toolkit.fluxcd.io/substitute: disabled }'),
      ],
    ],
    ['there are no variables at all', [variables(''), configMap('a: "${b} ${"')]],
    [
      'some may come from elsewhere',
      [
        variables('z: x', ', substituteFrom: [ { kind: Secret, name: s } ]'),
        configMap('a: "${b}"'),
      ],
    ],
    [
      'a ConfigMap has it',
      [
        variables('z: x', ', substituteFrom: [ { kind: ConfigMap, name: c } ]'),
        configMap('a: "${b}", b: x'),
      ],
    ],
  ])('silent when %s', (_title, files) => {
    expect(flux(files)).toEqual([]);
  });

  test('without variables, `Always` still puts in defaults and fails on what has none', () => {
    const always = variables('', ', substituteStrategy: Always');
    expect(flux([always, configMap('a: "${b}"')])).toEqual([UNDEFINED]);
  });

  test('what Flux cannot read is told, and so are names that it refuses', () => {
    expect(flux([variables('my-zone: x'), configMap('a: "${A[@]}"')])).toEqual([
      'error flux/bad-substitution ConfigMap flux-system/c /data/a',
      'error flux/variable-name Kustomization flux-system/k /spec/postBuild/substitute/my-zone',
    ]);
  });
});

describe('decryption', () => {
  const secret = (path: string) =>
    fileOf('apiVersion: v1\nkind: Secret\nmetadata: { name: s }\nstringData: { a: b }', path);
  const encrypted = secret('.k8s/apps/s.enc.yaml');
  const at = (path: string, rest = '') => fileOf(kustomization(path, rest), '.k8s/k.yaml');

  test('a Kustomization that does not open what it applies is an error', () => {
    expect(flux([at('./.k8s/apps'), encrypted])).toEqual([
      'error flux/not-decrypted Kustomization flux-system/k /spec',
    ]);
    expect(flux([at('./.k8s/apps/', DECRYPTION), encrypted])).toEqual([]);
    expect(flux([at('./'), encrypted])).toHaveLength(1);
  });

  test('an encrypted file that nothing applies is told', () => {
    const found = findingsIn([
      at('./.k8s/apps', DECRYPTION),
      encrypted,
      secret('.k8s/db/s.enc.yaml'),
    ]).filter(({ code }) => code.startsWith('flux/'));
    expect(brief(found)).toEqual(['info flux/not-applied Secret s ']);
    expect(found[0]?.message).toBe('no Kustomization that is known applies .k8s/db/s.enc.yaml');
  });

  test('another repository is none of ours', () => {
    const other = fileOf(
      kustomization('./', '').replace('name: flux-system }', 'name: other }'),
      '.k8s/k.yaml',
    );
    expect(flux([other, encrypted])).toEqual([]);
  });

  test('what a kustomization.yaml names is applied, and nothing else', () => {
    const read = (text: string) => {
      const objects = readManifest(text, 'x');
      return objects.ok ? (objects.value as KubernetesObject[]) : [];
    };
    const beside = (resources: string) => ({
      prefix: 'homelab',
      handWritten: [
        { path: '.k8s/kustomization.yaml', objects: read(`resources: [ ${resources} ]`) },
        { path: '.k8s/flux-system/sync.yaml', objects: read(kustomization('./homelab/.k8s', '')) },
      ],
    });
    const found = (resources: string) =>
      flux([encrypted], { world: { beside: beside(resources) } });
    expect(found('./apps, flux-system')).toEqual(['error flux/not-decrypted Secret s ']);
    expect(found('apps/s.enc.yaml')).toEqual(['error flux/not-decrypted Secret s ']);
    expect(found('../.k8s/db')).toEqual([]);
  });
});

test('what a Kustomization gives to others by a patch is not missed in them', () => {
  const patched = (target: string) =>
    fileOf(
      kustomization(
        './.k8s/flux',
        `patches: [ { patch: "a: 1", target: { kind: ${target} } } ]`,
      ).replace('name: k,', 'name: parent,'),
      '.k8s/parent.yaml',
    );
  const tree = [variables('B: x'), configMap('a: "${NOWHERE}"')];
  expect(flux([...tree, patched('HelmRelease')])).toEqual([UNDEFINED]);
  expect(flux([...tree, patched('Kustomization')])).toEqual([]);
});

describe('what comes out', () => {
  const changed = (vars: string, data: string, more = '') =>
    findingsIn([variables(vars, more), configMap(data)]).filter(
      ({ code }) => code === 'flux/changed-type',
    );
  const told = (vars: string, data: string, more = '') =>
    changed(vars, data, more).map(({ severity, message }) => {
      const what = /makes (.*?) of /.exec(message)?.[1] ?? '';
      return `${severity} ${what}`;
    });

  test.each([
    ['A: "12345"', '${A}', 'error the number 12345'],
    ['A: 12345', '${A}', 'error the number 12345'],
    ['A: "yes"', '${A}', 'error the boolean yes'],
    ['A: "Off"', '${A}', 'error the boolean Off'],
    ['A: "1"', '${A}.${A}', 'error the number 1.1'],
    ['A: "5"', '0x${A}', 'error the number 0x5'],
    ['A: ""', '${A}', 'warning nothing'],
    ['A: "null"', '${A}', 'warning nothing'],
    ['A: "[a]"', '${A}', 'error the list [a]'],
    ['A: "{a: b}"', '${A}', 'error the mapping {a: b}'],
    ['A: "*"', '${A}', 'error unreadable YAML (*)'],
    ['A: "@daily"', '${A}', 'error unreadable YAML (@daily)'],
    ['A: "b: c"', 'a ${A}', 'error unreadable YAML (a b: c)'],
    ['A: "1\\n"', '${A}', 'error the number 1'],
    ['A: x', '${B:=5}', 'error the number 5'],
    ['A: x', '${B:-true}', 'error the boolean true'],
    ['A: x', '${B=~}', 'warning nothing'],
    ['A: "7"', '${B:=${A}}', 'error the number 7'],
    ['A: abc', '${#A}', 'error the number 3'],
  ])('%s in %s', (vars, text, expected) => {
    expect(told(vars, `a: "${text}"`)).toEqual([expected]);
  });

  test.each([
    ['text', 'A: x', '${A}'],
    ['a number beside text', 'A: "5"', '${A}-x'],
    ['a time', 'A: "12:00"', '${A}'],
    ['a date', 'A: "2024-01-01"', '${A}'],
    ['quotes that stay', 'q: \'"\', A: "5"', '${q}${A}${q}'],
    ['an escape', 'A: "5"', '$${A}'],
    ['a line of many', 'A: "5"', 'x\\n${A}\\n'],
    ['quotes of kustomize', 'A: "5"', ' ${A}'],
    ['a default that is not taken', 'A: x', '${A:=5}'],
    ['an operator that is not known', 'A: "5"', '${A/5/6}'],
    ['a variable that is not there', 'A: x', '${B}'],
  ])('%s is fine', (_title, vars, text) => {
    expect(told(vars.replaceAll("'\"'", "'\"'"), `a: "${text}"`)).toEqual([]);
  });

  test('values come out of ConfigMaps, and what the Kustomization says itself wins', () => {
    const from = ', substituteFrom: [ { kind: ConfigMap, name: c } ]';
    expect(told('X: x', 'a: "${B}", B: "5"', from)).toEqual(['error the number 5']);
    expect(told('B: x', 'a: "${B}", B: "5"', from)).toEqual([]);
    const elsewhere = ', substituteFrom: [ { kind: ConfigMap, name: other } ]';
    expect(told('X: x', 'a: "${B}"', elsewhere)).toEqual([]);
  });

  test('the value of a Secret is not shown, and a sealed one is not known', () => {
    const secret = (value: string) =>
      fileOf(
        `apiVersion: v1\nkind: Secret\nmetadata: { name: s, namespace: flux-system }\nstringData: { PIN: "${value}" }`,
        '.k8s/s.yaml',
      );
    const from = variables('X: x', ', substituteFrom: [ { kind: Secret, name: s } ]');
    const found = (value: string) =>
      findingsIn([from, secret(value), configMap('a: "${PIN}"')]).filter(
        ({ code }) => code === 'flux/changed-type',
      );
    expect(found('4711')).toHaveLength(1);
    expect(JSON.stringify(found('4711'))).not.toContain('4711');
    expect(found('ENC[AES256_GCM,data:AA==]')).toEqual([]);
    expect(found('ref+sops://a.yaml#pin')).toEqual([]);
  });

  test('labels and annotations are text in every kind', () => {
    const crane = fileOf(
      'apiVersion: a.org/v1\nkind: Crane\nmetadata: { name: c, labels: { a: "${A}" } }\nspec: { size: "${A}" }',
      '.k8s/apps/c.yaml',
    );
    expect(flux([variables('A: "5"'), crane])).toEqual([
      'error flux/changed-type Crane c /metadata/labels/a',
    ]);
  });

  test('the schema says what belongs to the other places', async () => {
    const registry = await registryOf('1.33');
    const deployment = (replicas: string, image: string) =>
      fileOf(
        `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: d, namespace: apps }\nspec: { replicas: "${replicas}", template: { spec: { containers: [ { name: a, image: "${image}" } ] } } }`,
        '.k8s/apps/d.yaml',
      );
    const found = (replicas: string, image: string) =>
      flux([variables('THREE: "3", MANY: many'), deployment(replicas, image)], {
        world: { registry },
      });
    expect(found('${THREE}', 'a:${THREE}')).toEqual([]);
    expect(found('${MANY}', '${THREE}')).toEqual([
      'error flux/changed-type Deployment apps/d /spec/replicas',
      'error flux/changed-type Deployment apps/d /spec/template/spec/containers/0/image',
    ]);
  });
});

describe('two dollars', () => {
  const found = (text: string) => flux([variables('A: x'), configMap(`a: "${text}"`)]);

  test.each(['echo $$', '$$(A)', 'a$$b', '$$$', '$$ ${A}'])('%s', (text) => {
    expect(found(text)).toEqual(['warning flux/double-dollar ConfigMap flux-system/c /data/a']);
  });

  test.each(['$${A}', '$$${A}', '$A $', '$', '$$$${A}', 'echo $$$$'])('%s is meant', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('nothing is said where Flux leaves the text alone', () => {
    expect(flux([variables(''), configMap('a: "$$"')])).toEqual([]);
  });
});
