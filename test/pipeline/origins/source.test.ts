import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Definition } from '../../../src/bridge/positions.ts';
import { itemOffset } from '../../../src/pipeline/origins/list-item.ts';
import { locatedModule } from '../../../src/pipeline/origins/located-module.ts';
import { Source } from '../../../src/pipeline/origins/source.ts';

function sourceOf(files: Readonly<Record<string, string>>): Source {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'gantry-source-')));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return new Source(root);
}

const definition = (file: string, more: Partial<Definition> = {}): Definition => ({
  ...{ root: 'resources', path: ['pods', 'a'], priority: 100, file, line: 1, column: 1 },
  ...more,
});

test('columns are those of characters, though Nix counts bytes', () => {
  const source = sourceOf({ 'a.nix': '{\n\t"é🚢" = 1; b = 2; }' });
  const place = { line: 2, column: 1 + Buffer.byteLength('\t"é🚢" = 1; ') };
  expect(source.originOf(definition('a.nix', place))).toEqual({
    file: 'a.nix',
    line: 2,
    column: 13,
  });
});

test('a place that the file does not have any more stays as it is', () => {
  expect(sourceOf({}).originOf(definition('gone.nix', { line: 7, column: 3 }))).toEqual({
    ...{ file: 'gone.nix', line: 7, column: 3 },
  });
});

test('only files of the same copy in the store are those of the project', () => {
  const source = sourceOf({ 'modules/a.nix': '{ }', 'lib/default.nix': '{ }' });
  const copy = '/nix/store/00000000000000000000000000000000-source';
  const other = '/nix/store/11111111111111111111111111111111-source';
  const definitions = [
    definition(`${copy}/lib/default.nix`),
    definition(`${other}/lib/default.nix`),
    definition(`${copy}/sub/folder/modules/a.nix`),
    definition(`${source.root}/modules/a.nix`),
    definition('/elsewhere/modules/a.nix'),
  ];
  const { file, known } = locatedModule({ file: `${copy}/modules/a.nix`, definitions }, source);
  expect(file).toBe('modules/a.nix');
  expect(known.definitions.map((each) => each.file)).toEqual([
    'lib/default.nix',
    'modules/a.nix',
    'modules/a.nix',
  ]);
});

test.each([
  ['a text', 'args = [\n"a"\n"b" ];', 'b', '"b"'],
  ['behind strings and comments', 'x = [ "]" /* "b" */ \'\'b ];\'\' # "b"\n "b" ];', 'b', '"b" ];'],
  ['in a further list', 'x = lib.mkBefore ([ 1 ] ++ [ 22 2 ]);', 2, '2 ]'],
  ['twice', 'x = [ "b" "b" ];', 'b', undefined],
  ['of another attribute', 'x = [ y ]; z = [ "b" ];', 'b', undefined],
  ['computed', 'x = [ (f "c") ];', 'b', undefined],
])('an item of a list in its text: %s', (_title, text, value, expected) => {
  const offset = itemOffset(text, 0, value);
  if (expected === undefined) expect(offset).toBeUndefined();
  else expect(text.slice(offset)).toMatch(new RegExp(`^${expected.replace(/[\]]/g, '\\]')}`));
});
