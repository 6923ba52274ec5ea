import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { evaluate, hasNix } from '../support/nix-eval.ts';

const cases = fileURLToPath(new URL('resources.nix', import.meta.url));

describe.skipIf(!hasNix)('resources', () => {
  let found: Record<string, unknown> = {};
  beforeAll(() => {
    found = evaluate(`import ${cases} { gantry = import nix; }`) as typeof found;
  });

  const expected: Record<string, unknown> = {
    unsetFieldIsNull: null,
    longAndShortName: 'h',
    unusedKindIsEmpty: {},
    rawStaysRaw: { spec: { containers: { a: {} } } },
    attributeOfNewestVersion: 'horizontalPodAutoscalers',
    propertiesInPlainListItems: [{ verbs: ['get'] }],
    propertyAroundKeyedItem: [{ name: 'a', image: 'i' }],
    unnamedPortWithoutProtocol: [
      { name: 'a', ports: [{ containerPort: 1 }, { containerPort: 2 }] },
    ],
    keyByPriority: [{ name: 'b' }],
    listsInterleaveByPosition: ['b', 'x', 'a', 'y'],
    functionResource: ['x'],
    emptyRequiredStruct: false,
    nullElementStays: [{ name: 'a', args: [null, 'x'] }],
    customPropertiesResolve: [{ x: 1, y: { w: 3 } }],
    warningsOfDuplicates: [
      expect.stringMatching(
        /^kubernetes\.resources\.pods\.p\.spec\.containers\.env \(in .+\): more than one item with name "X"; only the first is kept\.$/,
      ),
    ],
    warningsOfCustomSpecs: [
      expect.stringMatching(/^kubernetes\.resources\.foos\.a\.spec\.x has several definitions/),
      expect.stringMatching(/^kubernetes\.resources\.foos\.a\.spec\.x holds mkIf, mkForce/),
    ],
    noWarnings: [],
    base64: ['', 'Zg==', 'Zm8=', 'Zm9v', 'Z3LDtsOfZSDinJMg8J+Plwo='],
    octal: 420,
    nameHash: expect.stringMatching(/^n-[0-9a-f]{10}$/),
    list: [
      {
        kind: 'A',
        metadata: {
          labels: { 'kubenix/hash': expect.stringMatching(/^[0-9a-f]{40}$/) as unknown },
        },
      },
    ],
    chartInText: expect.stringMatching(/^\/gantry-chart\/[0-9a-f]{32}-redis-1\.2\/x$/),
    helmRequests: [
      {
        name: 'cache',
        namespace: 'data',
        values: { a: 1 },
        kubeVersion: '1.34',
        includeCRDs: false,
        noHooks: false,
        apiVersions: ['g.io/v1', 'g.io/v1/Foo'],
        overrides: [{ metadata: { namespace: 'data' } }],
        chart: {
          chart: 'redis',
          repo: 'https://charts.example',
          version: '1.2',
          sha256: 'x',
          chartUrl: null,
          verify: false,
          devel: false,
        },
      },
    ],
    appTemplate: {
      image: 'nginx:2',
      env: ['EXTRA'],
      namespace: 'apps',
      warnings: [expect.stringContaining('app-template 5.0.0 is newer than 4.x')],
      requests: [],
    },
    appTemplateVersions: [
      'a request',
      'app-template-3.7.1',
      'app-template-4.4.0',
      'a request',
      'a request',
      'app-template-4.4.0',
    ],
    appTemplateWithoutVersion: 1,
    imagePaths: {
      mate: ['quay:5000/mate:1', 'docker://quay:5000/mate:1'],
      tug: ['quay:5000/tug:2', 'oci:quay:5000/tug:2'],
      exported: ['/mate'],
    },
    ownSubmoduleWins: '1.0.0',
  };

  test.each(Object.keys(expected))('%s', (name) => {
    expect(found[name]).toEqual(expected[name]);
  });

  test('no case is left out', () => {
    expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
  });
});
