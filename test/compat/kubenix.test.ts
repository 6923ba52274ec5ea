import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  cases,
  fixtures,
  gantryGolden,
  kubenixGolden,
  type Golden,
} from '../support/kubenix-fixtures.ts';
import { evaluate, hasNix } from '../nix/support/nix-eval.ts';
import { hasYq } from '../support/programs.ts';
import { hasReferences, kubenixSource, nixpkgsLib } from './reference-engines.ts';
import { keyedFields, resourceTypes } from './kubenix-module.ts';

const compat = fileURLToPath(new URL('../compat', import.meta.url));
const embeddedLib = fileURLToPath(new URL('../../nix/lib', import.meta.url));
const example = fileURLToPath(new URL('../../examples/homelab', import.meta.url));
const generated = fileURLToPath(new URL('../../generated', import.meta.url));

/** Set to write the goldens instead of comparing them. */
const update = process.env['UPDATE_GOLDENS'] === '1';

describe.skipIf(!hasNix || !hasReferences)('against hall/kubenix on nixpkgs’ lib', () => {
  const kubenixOn = (lib: string) =>
    `import ${compat}/reference.nix { nixpkgsLib = "${lib}"; kubenixSource = "${kubenixSource ?? ''}"; }`;
  const reference = kubenixOn(nixpkgsLib ?? '');

  test('the goldens of the fixtures are what it gives', () => {
    const objects = evaluate(
      `import ${compat}/fixtures.nix { folder = ${fixtures}; gantry = ${reference}; }`,
    ) as Record<string, Golden>;
    for (const name of cases) {
      const golden = `${JSON.stringify(objects[name], null, 1)}\n`;
      if (update) writeFileSync(join(fixtures, name, 'golden.json'), golden);
      expect(objects[name]).toEqual(kubenixGolden(name));
    }
  });

  test.skipIf(!hasYq())('the golden of the manifest text is what yq-go prints', () => {
    const folder = join(fixtures, 'manifest-text');
    const objects = join(folder, 'golden.json');
    const printed = execFileSync(
      'yq',
      ['--prettyPrint', '--input-format=yaml', '--output-format=yaml', '.["texts.nix"][]', objects],
      {
        encoding: 'utf8',
      },
    );
    const golden = join(folder, 'golden.yaml');
    if (update) writeFileSync(golden, printed);
    expect(readFileSync(golden, 'utf8')).toBe(printed);
  });

  test('nixpkgs’ lib under the embedded layer gives the same', () => {
    const objects = evaluate(
      `import ${compat}/fixtures.nix {
        folder = ${fixtures};
        gantry = (import nix).override { lib = import (/. + "${nixpkgsLib ?? ''}"); };
      }`,
    ) as Record<string, Golden>;
    for (const name of cases) expect(objects[name]).toEqual(gantryGolden(name));
  });

  test('the bundle of the example is the same, all of it', () => {
    const bundleOf = (engine: string) =>
      evaluate(`(import ${example}/gantry.nix { gantry = ${engine}; }).bundle`);
    expect(bundleOf('import nix')).toEqual(bundleOf(reference));
  });

  test('on the embedded lib it gives the same', () => {
    const objects = evaluate(
      `import ${compat}/fixtures.nix { folder = ${fixtures}; gantry = ${kubenixOn(embeddedLib)}; }`,
    ) as Record<string, Golden>;
    for (const name of cases) expect(objects[name]).toEqual(kubenixGolden(name));
  });

  test('its own test modules pass with the embedded engine', () => {
    const failures = evaluate(
      `let gantry = import nix; in import ${compat}/kubenix-suite.nix {
        inherit (gantry) kubenix lib;
        source = /. + "${kubenixSource ?? ''}";
        version = "1.34";
      }`,
    ) as Record<string, string[]>;
    expect(Object.keys(failures).length).toBeGreaterThanOrEqual(16);
    expect(Object.entries(failures).filter(([, messages]) => messages.length > 0)).toEqual([]);
  });
});

const versions = readdirSync(join(generated, 'keyed-lists')).map((file) => file.slice(0, -5));

describe.skipIf(kubenixSource === undefined)('the generated tables', () => {
  test.each(versions)('%s: keyed lists have kubenix’ keys, no more and no fewer', (version) => {
    // kubenix types definitions that no resource contains as well.
    const reachable = Object.keys(table('struct-fields', version) as object);
    const theirs = keyedFields(moduleText(version)).filter(([definition]) =>
      reachable.includes(definition),
    );
    expect(ours(version)).toEqual(theirs);
  });

  test.each(versions)('%s: kinds and attribute names are kubenix’', (version) => {
    const rows = table('kubernetes-attrs', version) as Record<
      string,
      [string, string, string, string[]]
    >;
    const types = Object.entries(rows).flatMap(([attr, [, resource, kind, groupVersions]]) =>
      groupVersions.map((groupVersion) => `${groupVersion}/${kind} ${resource} ${attr}`),
    );
    expect(types.sort()).toEqual(resourceTypes(moduleText(version)));
  });
});

function moduleText(version: string): string {
  return readFileSync(join(kubenixSource ?? '', 'modules', 'generated', `${version}.nix`), 'utf8');
}

function table(folder: string, version: string): unknown {
  return JSON.parse(readFileSync(join(generated, folder, `${version}.json`), 'utf8'));
}

/** Every list that is merged by key: definition, field, and "item definition, key, other keys". */
function ours(version: string): [string, string, string][] {
  const { fields } = table('keyed-lists', version) as {
    fields: Record<string, Record<string, string[]>>;
  };
  return Object.entries(fields)
    .flatMap(([definition, members]) =>
      Object.entries(members)
        .filter(([, { length }]) => length > 1)
        .map(([field, keyed]): [string, string, string] => [definition, field, keyed.join(' ')]),
    )
    .sort();
}
