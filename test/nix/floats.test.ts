import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { floatLiteral, hardFloats, randomFloats } from '../support/floats.ts';
import { evaluate, hasNix, runNix } from './support/nix-eval.ts';

const isLong = process.env['GANTRY_SLOW'] === '1';
const seed = Number(process.env['FC_SEED'] ?? 20261128);
const floats = [...hardFloats, ...randomFloats(seed, isLong ? 10_000 : 400)];

const literals = floats.map(floatLiteral);

const PRINT = `
  let
    numbers = builtins.fromJSON input;
    notations = import (nix + "/floats");
    yaml = import (nix + "/release/checksum/yaml.nix") { inherit lib; };
  in
  builtins.mapAttrs (_: print: map print numbers)
    (notations // { goYaml = yaml.scalar false 0; toJSON = lib.strings.toJSON; })`;

/** The digits of a decimal text and where its point stands, however it is written; undefined for what is none. */
function digits(text: string): string | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]?\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const all = whole + fraction;
  const significant = all.replace(/^0+/, '').replace(/0+$/, '');
  const zeros = all.length - all.replace(/^0+/, '').length;
  if (significant === '') return `${sign}0`;
  return `${sign}${significant} at ${Number(exponent) + whole.length - zeros}`;
}

/** What a program makes of the numbers, one a line; undefined where it is not installed. */
function lines(program: string, args: readonly string[]): string[] | undefined {
  const { status, stdout } = spawnSync(program, args, {
    input: literals.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return status === 0 ? stdout.trimEnd().split('\n') : undefined;
}

const PYTHON = `
import json, sys, yaml
for line in sys.stdin:
    number = float(line)
    print(json.dumps([repr(number), yaml.safe_dump({'n': number})[3:].strip()]))`;

const GO = `package main
import ("bufio"; "encoding/json"; "fmt"; "os"; "strconv")
func main() {
  in := bufio.NewScanner(os.Stdin)
  for in.Scan() {
    number, _ := strconv.ParseFloat(in.Text(), 64)
    written, _ := json.Marshal(number)
    fmt.Println(fmt.Sprint(number) + " " + string(written))
  }
}`;

function go(): string[] | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-go-'));
  try {
    const file = path.join(folder, 'main.go');
    writeFileSync(file, GO);
    return lines('go', ['run', file]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function differences(ours: readonly string[] = [], theirs: readonly (string | undefined)[]) {
  return theirs.flatMap((text, index) =>
    text === ours[index] ? [] : [`${ours[index]} for ${text}`],
  );
}

describe.skipIf(!hasNix)('floats', () => {
  const ours = hasNix
    ? (evaluate(PRINT, `[${literals.join(',')}]`) as Record<string, string[]>)
    : {};

  it.each(['json', 'go', 'goJson', 'pyyaml', 'toml', 'toJSON'])(
    '%s: the shortest digits, those of JavaScript',
    (name) => {
      const found = (ours[name] ?? []).map(digits);
      expect(differences(found as string[], literals.map(digits)), `seed ${seed}`).toEqual([]);
    },
  );

  it('nix, goYaml: the number itself, read back', () => {
    for (const name of ['nix', 'goYaml']) {
      const wrong = floats.filter((float, index) => Number(ours[name]?.[index]) + 0 !== float + 0);
      expect(wrong, `${name}, seed ${seed}`).toEqual([]);
    }
  });

  it('goJson: as JavaScript writes JSON', () => {
    const theirs = floats.map((float) => (Object.is(float, -0) ? '-0' : JSON.stringify(float)));
    expect(differences(ours['goJson'], theirs), `seed ${seed}`).toEqual([]);
  });

  it('pyyaml and toml: as Python writes them', ({ skip }) => {
    const python = lines('/usr/bin/python3', ['-c', PYTHON])?.map(
      (line) => JSON.parse(line) as [string, string],
    );
    if (python === undefined) return skip();
    expect(
      differences(
        ours['toml'],
        python.map(([text]) => text),
      ),
      `seed ${seed}`,
    ).toEqual([]);
    expect(
      differences(
        ours['pyyaml'],
        python.map(([, text]) => text),
      ),
      `seed ${seed}`,
    ).toEqual([]);
  });

  it.skipIf(!isLong)('go and goJson: as Go writes them', ({ skip }) => {
    const written = go()?.map((line) => line.split(' '));
    if (written === undefined) return skip();
    expect(
      differences(
        ours['go'],
        written.map(([text]) => text),
      ),
      `seed ${seed}`,
    ).toEqual([]);
    expect(
      differences(
        ours['goJson'],
        written.map(([, text]) => text),
      ),
      `seed ${seed}`,
    ).toEqual([]);
  });

  it.each([
    // float, json, go, goJson, pyyaml, toml, nix
    ['0.0', '0.0', '0', '0', '0.0', '0.0', '0.000000'],
    ['-0.0', '-0.0', '-0', '-0', '-0.0', '-0.0', '-0.000000'],
    ['1.0', '1.0', '1', '1', '1.0', '1.0', '1.000000'],
    ['52.5', '52.5', '52.5', '52.5', '52.5', '52.5', '52.500000'],
    [
      '52.5200066',
      '52.5200066',
      '52.5200066',
      '52.5200066',
      '52.5200066',
      '52.5200066',
      '52.5200066',
    ],
    ['1e6', '1000000.0', '1e+06', '1000000', '1000000.0', '1000000.0', '1000000.000000'],
    [
      '1234567.5',
      '1234567.5',
      '1.2345675e+06',
      '1234567.5',
      '1234567.5',
      '1234567.5',
      '1234567.500000',
    ],
    [
      '1e15',
      '1e+15',
      '1e+15',
      '1000000000000000',
      '1000000000000000.0',
      '1000000000000000.0',
      '1000000000000000.000000',
    ],
    ['1e16', '1e+16', '1e+16', '10000000000000000', '1.0e+16', '1e+16', '10000000000000000.000000'],
    ['1e21', '1e+21', '1e+21', '1e+21', '1.0e+21', '1e+21', '1000000000000000000000.000000'],
    ['0.00001', '1e-05', '1e-05', '0.00001', '1.0e-05', '1e-05', '0.000010'],
    ['1.5e-7', '1.5e-07', '1.5e-07', '1.5e-7', '1.5e-07', '1.5e-07', '1.5e-07'],
    ['5e-324', '5e-324', '5e-324', '5e-324', '5.0e-324', '5e-324', '5e-324'],
  ])('%s in every notation', (float, ...expected) => {
    const printers = '[ "json" "go" "goJson" "pyyaml" "toml" "nix" ]';
    const print = `map (name: (import (nix + "/floats")).\${name} (builtins.fromJSON input)) ${printers}`;
    expect(evaluate(print, float)).toEqual(expected);
  });

  it('what is no number has the names of the format, or none', () => {
    const print = (name: string) =>
      runNix(
        `let infinite = 1.0e308 * 10; in map (import (nix + "/floats")).${name} [ infinite (0 - infinite) (infinite - infinite) ]`,
      );
    expect(JSON.parse(print('go').stdout)).toEqual(['+Inf', '-Inf', 'NaN']);
    expect(JSON.parse(print('pyyaml').stdout)).toEqual(['.inf', '-.inf', '.nan']);
    expect(JSON.parse(print('toml').stdout)).toEqual(['inf', '-inf', 'nan']);
    for (const name of ['json', 'goJson', 'nix']) {
      expect(print(name).stderr).toContain('infinite or no number cannot be written as');
    }
  });
});
