import { describe, expect, it } from 'vitest';
import { floatLiteral, hardFloats, randomFloats } from '../../support/floats.ts';
import { evaluate, hasNix } from '../support/nix-eval.ts';

const seed = Number(process.env['FC_SEED'] ?? 20261128);
const floats = [...hardFloats, ...randomFloats(seed, 60)].filter((float) => !Object.is(float, -0));
const names = floats.map((_, index) => `n${index}`);

const NUMBERS = `
  let
    numbers = builtins.fromJSON input;
    render = values: (import (nix + "/release") { inherit lib; }).render { name = "demo"; inherit values; };
    main = env: { controllers.main.containers.main = { image = { repository = "a"; tag = "1"; }; inherit env; }; };
    rendered = render (main (numbers // { all = "{{ .Values.numbers }}"; }) // {
      inherit numbers;
      configMaps.m.data = builtins.mapAttrs (name: _: "{{ .Values.numbers.\${name} }}") numbers // {
        json = "{{ .Values.numbers | toJson }}";
        yaml = "{{ .Values.numbers | toYaml }}";
      };
    });
    file = filename: (import (nix + "/release/module/configuration.nix") { inherit lib; }).configMap { inherit filename; data = numbers; };
  in
  {
    objects = map builtins.toJSON rendered;
    files = map file [ "c.yaml" "c.json" "c.toml" ];
  }`;

interface Made {
  readonly objects: readonly string[];
  readonly files: readonly { readonly data: Readonly<Record<string, string>> }[];
}

interface Rendered {
  readonly kind: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: {
    template: { spec: { containers: [{ env: { name: string; value: string }[] }] } };
  };
}

/** `name: number` lines, whatever stands between the two. */
function readLines(text: string): Record<string, number> {
  return Object.fromEntries(
    [...text.matchAll(/"?(n\d+)"?\s?[:=]\s?([-+.e\d]+)/g)].map(([, name = '', number]) => [
      name,
      Number(number),
    ]),
  );
}

describe.skipIf(!hasNix)('floats in a release', () => {
  const expected = Object.fromEntries(names.map((name, index) => [name, floats[index]]));
  const members = names.map((name, index) => `"${name}":${floatLiteral(floats[index] ?? 0)}`);
  const written = `{${members.join(',')}}`;
  const made = hasNix ? (evaluate(NUMBERS, written) as Made) : { objects: [], files: [] };
  const rendered = made.objects.map((text) => JSON.parse(text) as Rendered);
  const data = rendered.find(({ kind }) => kind === 'ConfigMap')?.data ?? {};
  const env = rendered.find(({ spec }) => spec)?.spec?.template.spec.containers[0].env ?? [];
  const read = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(names.map((name) => [name, Number(texts[name])]));

  it('env values, and all of them at once in a template string', () => {
    const values = Object.fromEntries(env.map(({ name, value }) => [name, value]));
    expect(read(values), `seed ${seed}`).toEqual(expected);
    expect(readLines(values['all'] ?? ''), `seed ${seed}`).toEqual(expected);
  });

  it('template strings, toJson and toYaml', () => {
    expect(read(data), `seed ${seed}`).toEqual(expected);
    expect(JSON.parse(data['json'] ?? ''), `seed ${seed}`).toEqual(expected);
    expect(readLines(data['yaml'] ?? ''), `seed ${seed}`).toEqual(expected);
  });

  it('configuration files: YAML, JSON, TOML', () => {
    for (const text of made.files.flatMap((file) => Object.values(file.data))) {
      expect(readLines(text), `seed ${seed}: ${text.slice(0, 40)}`).toEqual(expected);
    }
  });
});
