import { describe, expect, test } from 'vitest';
import { convertValues } from '../../../src/pipeline/values/convert.ts';
import { evaluate, hasNix } from '../../nix/support/nix-eval.ts';
import { floatLiteral, hardFloats, randomFloats } from '../../support/floats.ts';
import { SOURCES } from './sources.ts';

const convert = (text: string, name: string | undefined = 'app') =>
  convertValues({
    text,
    ...(name === '' ? {} : { name }),
    kubernetesVersion: '1.34',
    environment: process.env,
  });

async function moduleOf(source: keyof typeof SOURCES, name?: string): Promise<string> {
  const converted = await convert(SOURCES[source], name);
  if (!converted.ok)
    throw new Error(converted.diagnostics.map(({ message }) => message).join('\n'));
  return converted.value.module;
}

/** The findings of a conversion that must fail. */
async function findings(text: string, name?: string): Promise<string[]> {
  const converted = await convert(text, name);
  return converted.ok ? [] : converted.diagnostics.map(({ code, message }) => `${code} ${message}`);
}

describe.skipIf(!hasNix)('gantry values convert', () => {
  test('a HelmRelease becomes a module with typed arguments', async () => {
    const text = await moduleOf(
      'a HelmRelease with anchors, templates, Flux variables and a script',
      '',
    );
    for (const line of [
      '  submodules.instances.shelf = {',
      '      namespace = "media";',
      '      identifiers = { controller = "shelf"; container = "app"; };',
      '      image = "registry.example/shelf:2.1.0@sha256:00ff";',
      '      secretName = "shelf-secret";',
      '      podSecurityContext.fsGroup = 1000;',
      '          hostnames = [ "{{ .Release.Name }}.\\${SECRET_DOMAIN}" ];',
      "          exec env HOME=''${HOME:-'''} /start",
      '            defaultMode = 493;',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text).toContain('LOGS = true;');
  });

  test('several controllers: what the arguments cannot say stays in values', async () => {
    const text = await moduleOf(
      'two controllers, a StatefulSet with claims, init containers in order',
    );
    // Helm reads the tag as a number too.
    expect(text).toContain(
      '      image = { repository = "app/server"; tag = "1.1"; pullPolicy = "Always"; };\n',
    );
    expect(text).toContain('      controllerType = "statefulset";\n      replicas = 2;\n');
    expect(text).toContain('image = { repository = "app/worker"; tag = "latest"; };');
    expect(text).not.toContain('identifiers');
  });

  test('a cron job', async () => {
    const text = await moduleOf('a cron job that reads a Secret of its own');
    expect(text).toContain('      schedule = "0 3 * * *";\n');
    expect(text).toContain('tag = "0.18.0"; pullPolicy = "IfNotPresent"');
    expect(text).not.toContain('controllerType');
  });

  test('kinds without a namespace, and kinds that are not built in', async () => {
    const converted = await convertValues({
      text: SOURCES['an application with rights in the whole cluster, and raw resources'],
      name: 'operator',
      namespace: 'system',
      kubernetesVersion: '1.34',
      environment: process.env,
    });
    expect(converted).toMatchObject({ ok: true, value: { objects: 5 } });
  });

  test('what the arguments call main needs no identifiers', async () => {
    expect(await moduleOf('a plain deployment by the names of the arguments')).toBe(`{
  submodules.instances.app = {
    submodule = "release";

    args = {
      image = "registry:5000/whoami:v1";
      probes = { liveness.path = "/health"; readiness = { }; };
      serviceAccount = false;
      values.service.main = { controller = "main"; ports.http.port = 80; };
    };
  };
}
`);
  });

  test('wrong input is told before anything is evaluated', async () => {
    const release = (spec: string) => `{ kind: HelmRelease, metadata: { name: a }, spec: ${spec} }`;
    expect(await findings('controllers: {}', '')).toEqual([
      'use/release-name values do not say what their release is called',
    ]);
    expect(await findings(release('{ chart: { spec: { chart: redis } } }'))).toEqual([
      'use/values the HelmRelease uses the chart "redis", not app-template',
    ]);
    expect(await findings('- 1')).toEqual([
      'use/values stdin holds neither app-template values nor a HelmRelease',
    ]);
    expect(await findings('{ apiVersion: v1, kind: Secret }')).toEqual([
      'use/values stdin holds an object of kind Secret, not a HelmRelease',
    ]);
    expect((await findings('a: [')).join()).toContain('yaml/');
    const template = release('{ chart: { spec: { chart: app-template } } }');
    expect(await findings(`${template}\n---\n${template}`)).toEqual([
      'use/values stdin holds 2 HelmReleases',
    ]);
  });

  test('the chart of a reference is told by the document it names, else by the values', async () => {
    const values =
      'controllers: { a: { containers: { a: { image: { repository: a, tag: b } } } } }';
    const release = (given: string) => `kind: HelmRelease
metadata: { name: a, namespace: b }
spec: { chartRef: { kind: OCIRepository, name: source }, values: { ${given} } }
`;
    const source = (url: string, tag: string) => `---
kind: OCIRepository
metadata: { name: source }
spec: { url: "oci://ghcr.io/${url}", ref: { tag: ${tag} } }
`;
    const told = async (text: string) => {
      const { value, diagnostics } = {
        value: undefined,
        diagnostics: [],
        ...(await convert(text)),
      };
      return [...diagnostics, ...(value?.diagnostics ?? [])].map(({ code }) => code);
    };
    expect(await told(release(values))).toEqual(['values/chart']);
    expect(await told(release(values) + source('x/app-template', '4.1.1'))).toEqual([]);
    expect(await told(release(values) + source('x/app-template', '5.0.0'))).toEqual([
      'values/version',
    ]);
    expect(await told(release(values) + source('x/redis', '4.1.1'))).toEqual(['use/values']);
    expect(await told(release('replicas: 1'))).toEqual(['use/values']);
  });

  test('values that app-template refuses are refused with their paths', async () => {
    const [finding = ''] = await findings(
      'controllers: { main: { containers: { main: { imag: { repository: a, tag: b } } } } }',
    );
    expect(finding).toBe(
      'values/refused values.controllers.main.containers.main.imag is not known; did you mean image?',
    );
  });

  test('what a HelmRelease says beyond its values is told', async () => {
    const converted = await convert(`
kind: HelmRelease
metadata: { name: old, namespace: apps }
spec:
  chart: { spec: { chart: app-template, version: 3.7.3 } }
  valuesFrom: [ { kind: Secret, name: more } ]
  values: { controllers: { main: { containers: { main: { image: { repository: a, tag: b } } } } } }
`);
    expect(converted.ok && converted.value.diagnostics.map(({ code }) => code)).toEqual([
      'values/left-out',
      'values/version',
    ]);
  });

  test.each([
    ['enviroment: { A: 1 }', 'is not known; did you mean env?'],
    [
      'command: { hunter2: hunter2 }',
      'must be a string or a list of strings, got an attribute set',
    ],
    ['workingDir: 120459837', 'must be a string, got something else'],
    ['resources: hunter2', 'must be an attribute set, got a string'],
  ])('a refusal names the place and nothing of the values: %s', async (field, sentence) => {
    const text = `
secrets: { s: { stringData: { PASSWORD: hunter2 } } }
controllers: { main: { containers: { main: {
  image: { repository: hunter2, tag: "1" },
  ${field} } } } }
`;
    const converted = await convert(text);
    expect(converted).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'values/refused', origin: { file: 'stdin', line: 5, column: 3 } }],
    });
    const [name = ''] = field.split(':');
    const said = converted.ok ? '' : JSON.stringify(converted.diagnostics);
    expect(said).toContain(`values.controllers.main.containers.main.${name} ${sentence}`);
    expect(said).not.toMatch(/hunter2|120459837/);
  });

  test.each([
    '{{ hunter2 }}',
    '{{ fail "hunter2" }}',
    '{{ required `hunter2` .Values.x }}',
    '{{ .Values.a.hunter2 }} {{ .Values.hunter2.b }}',
    'hunter2 {{ if',
    'hunter2 {{ if .Values.hunter2 }}',
  ])('nor does a template string that goes wrong: %s', async (text) => {
    const env = JSON.stringify({ A: text });
    const [finding = '', ...others] = await findings(
      `controllers: { main: { containers: { main: { image: { repository: a, tag: b }, env: ${env} } } } }`,
    );
    expect(finding).toMatch(
      /^values\/refused release ‘app’: values.controllers.main.containers.main.env.A: /,
    );
    expect(finding).not.toContain('hunter2');
    expect(others).toEqual([]);
  });

  test('floats are carried with all digits, whatever Nix makes of their literals', async () => {
    const numbers = [
      ...hardFloats,
      ...randomFloats(Number(process.env['FC_SEED'] ?? 20261128), 60),
    ];
    const variables = numbers.map((value, index) => `N${index}: ${floatLiteral(value)}`);
    const converted = await convert(
      `controllers: { main: { containers: { main: { image: { repository: a, tag: b }, env: { ${variables.join(', ')} } } } } }`,
    );
    if (!converted.ok) throw new Error(JSON.stringify(converted.diagnostics));
    const { module } = converted.value;
    const written = evaluate(
      `map (lib.generators.toJSON { }) (builtins.attrValues (${module}).submodules.instances.app.args.env)`,
    ) as string[];
    const names = variables.map((line) => line.split(':')[0] ?? '').sort();
    const read = Object.fromEntries(names.map((name, index) => [name, Number(written[index])]));
    expect(numbers.filter((value, index) => !Object.is(read[`N${index}`], value))).toEqual([]);
  });

  test('numbers that Helm reads as floats', async () => {
    const converted = await convert(
      'controllers: { main: { containers: { main: { image: { repository: a, tag: b }, env: { A: 100000000000000000000, B: 9223372036854775808, C: 9007199254740993, D: 12345678, E: { value: 1000000 }, F: 999999 } } } } }',
    );
    if (!converted.ok) throw new Error(JSON.stringify(converted.diagnostics));
    const lines = converted.value.module.split('\n').map((line) => line.trim());
    expect(lines).toContain('A = 100000000000000000000.0;');
    expect(lines).toContain('B = 9223372036854776000.0;');
    expect(lines).toContain('C = 9007199254740992.0;');
    expect(lines).toContain('D = 12345678;');
    expect(converted.value.diagnostics.map(({ message }) => message)).toEqual([
      'Helm writes whole numbers from a million on with an exponent (1e+06), the module writes all digits: controllers.main.containers.main.env.D, controllers.main.containers.main.env.E.value',
    ]);
  });

  test('the module has the names that Helm gives to keys', async () => {
    const converted = await convert(`
controllers: { main: { containers: { main: { image: { repository: a, tag: b }, env: { N: "5" } } } } }
configMaps: { size: { data: { x: "1", y: "2" } } }
`);
    expect(converted).toMatchObject({ ok: true, value: { diagnostics: [{ code: 'values/key' }] } });
    const module = converted.ok ? converted.value.module : '';
    expect(module).toContain('env."false" = "5";');
    expect(module).toContain('values.configMaps.size.data = { x = "1"; "true" = "2"; };');
  });

  test('a namespace that nothing says is asked for', async () => {
    const main =
      'controllers: { main: { containers: { main: { image: { repository: a, tag: b } } } } }';
    const notes = async (text: string, namespace?: string) => {
      const converted = await convertValues({
        text,
        name: 'app',
        ...(namespace === undefined ? {} : { namespace }),
        kubernetesVersion: '1.34',
        environment: process.env,
      });
      return converted.ok && converted.value.diagnostics.map(({ code }) => code);
    };
    const release = `kind: HelmRelease
metadata: { name: app }
spec: { chart: { spec: { chart: app-template, version: 4.1.1 } }, values: { ${main} } }
`;
    const bound = `${main}
serviceAccount: { app: {} }
rbac:
  roles: { r: { type: ClusterRole, rules: [ { apiGroups: [ "" ], resources: [ pods ], verbs: [ get ] } ] } }
  bindings: { b: { type: ClusterRoleBinding, roleRef: { identifier: r }, subjects: [ { identifier: app } ] } }
`;
    const template = `${main}\nconfigMaps: { c: { data: { ns: "{{ .Release.Namespace }}" } } }\n`;
    for (const text of [release, bound, template]) {
      expect(await notes(text)).toEqual(['values/namespace']);
      expect(await notes(text, 'apps')).toEqual([]);
    }
    expect(await notes(main)).toEqual([]);
  });
});
