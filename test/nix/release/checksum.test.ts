import { describe, expect, it } from 'vitest';
import { evaluate, hasNix } from '../support/nix-eval.ts';

// What sigs.k8s.io/yaml prints for each, without the final line feed.
const cases: [Record<string, string>, string][] = [
  [{ b: 'x y', a10: 'yes', a2: '1', a: 'plain' }, 'a: plain\na2: "1"\na10: "yes"\nb: x y'],
  [{ 'server.yml': 'a: b\nc: d\n' }, 'server.yml: |\n  a: b\n  c: d'],
  [{ a: 'one\ntwo' }, 'a: |-\n  one\n  two'],
  [{ a: 'one\n\n' }, 'a: |+\n  one\n'],
  [{ a: '  lead\nb\n' }, 'a: |2\n    lead\n  b'],
  [{ a: 'tab\there\nand \nblank' }, 'a: "tab\\there\\nand \\nblank"'],
  [{ a: ': x', b: '', c: '<<', d: '1:30' }, 'a: \': x\'\nb: ""\nc: <<\nd: "1:30"'],
  [{ a: `${'word '.repeat(17)}end` }, `a: ${'word '.repeat(15)}word\n  word end`],
];

describe.skipIf(!hasNix)('checksum/yaml.nix', () => {
  it("prints what Go's YAML prints", () => {
    expect(
      evaluate(
        'map (import (nix + "/release/checksum/yaml.nix") { inherit lib; }).flat input',
        cases.map(([value]) => value),
      ),
    ).toEqual(cases.map(([, text]) => text));
  });
});
