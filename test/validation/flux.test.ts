import { describe, expect, test } from 'vitest';
import type { KubernetesObject } from '../../src/core/object.ts';
import { readSubstitutions } from '../../src/validation/flux/substitution.ts';
import { readManifest } from '../../src/yaml/read.ts';
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
