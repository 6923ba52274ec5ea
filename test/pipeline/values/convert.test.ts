import { describe, expect, test } from 'vitest';
import { convertValues } from '../../../src/pipeline/values/convert.ts';
import { hasNix } from '../../nix/support/nix-eval.ts';
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
metadata: { name: a }
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
    expect(finding).toMatch(/^values\/refused release ‘app’: the values do not fit/);
    expect(finding).toContain('values.controllers.main.containers.main.imag');
  });

  test('what a HelmRelease says beyond its values is told', async () => {
    const converted = await convert(`
kind: HelmRelease
metadata: { name: old }
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
});
