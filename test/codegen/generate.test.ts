import { describe, expect, test } from 'vitest';
import type { Ir } from '../../src/bridge/ir.ts';
import { describeMismatches } from '../../src/bridge/mismatch.ts';
import { generate } from '../../src/codegen/generate.ts';
import { compilerMessages, load } from './compile.ts';
import { ir, option, submodule, type } from './ir-builder.ts';
import { evalWith, LIBS, TREES } from './nix.ts';
import { readDocument } from '../../src/codegen/read-document.ts';

const STR = type('str');
const INT = type('int');

function textOf(document: Ir, name = 'harbour'): string {
  return generate(document, { name, format: 'typescript', command: 'make it' })
    .map(({ text }) => text)
    .join('');
}

const HARBOUR = ir({
  berths: option(
    type('attrsOf', {
      lazy: false,
      placeholder: 'name',
      element: submodule({
        depth: option(type('number', { minimum: 0.5, maximum: 30 }), {
          description: 'Depth in metres.\n\nAt low water.',
          declarations: [{ file: 'harbour.nix', line: 3, column: 5 }],
        }),
        kind: option(type('enum', { values: ['quay', "sailor's", 2, null], open: false }), {
          hasDefault: true,
        }),
        parent: option(
          type('nullOr', { element: { kind: 'ref', to: '/options/berths/type/element' } }),
          {
            hasDefault: true,
          },
        ),
      }),
    }),
    { hasEmptyValue: true },
  ),
  crane: { kind: 'group', options: { enable: option(type('bool'), { hasDefault: true }) } },
  name: option(type('coercedTo', { from: INT, to: STR })),
  state: option(STR, { readOnly: true, hasDefault: true }),
});

test('golden: interfaces of both sides, then schemas, innermost first', async () => {
  await expect(textOf(HARBOUR)).toMatchFileSnapshot('../golden/codegen/harbour.ts');
});

test('the schemas take what evaluation gives and what people write', () => {
  const { harbourSchema, harbourInputSchema } = load(textOf(HARBOUR));
  const berth = { depth: 3, kind: 'quay', parent: null };
  const value = { berths: { a: berth }, crane: { enable: true }, name: 'x', state: 'y' };
  expect(harbourSchema?.safeParse(value).success).toBe(true);
  expect(harbourInputSchema?.safeParse({ name: 3 }).success).toBe(true);
  expect(harbourSchema?.safeParse({ ...value, name: 3 }).success).toBe(false);
  expect(harbourInputSchema?.safeParse({ name: 3, state: 'y' }).success).toBe(false);
});

test('neither the order of keys nor a second run changes a byte', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, member]) => [key, reversed(member)]),
    );
  };
  expect(textOf(reversed(HARBOUR) as Ir)).toBe(textOf(HARBOUR));
});

const COLLISIONS = ir(
  Object.fromEntries(
    ['foo', 'foo-bar', 'foo-input', 'fooBar', '+', '9'].map((name) => [
      name,
      option(submodule({ [`x${name}`]: option(INT) })),
    ]),
  ),
);

test('names that collide are numbered in the order of their paths', () => {
  const text = textOf(COLLISIONS, 'ship');
  const names = [...text.matchAll(/export interface (\w+)/g)].map(([, name]) => name);
  expect(names.filter((name) => !name?.endsWith('Input'))).toEqual([
    'Ship',
    'Ship2',
    'Ship9',
    'ShipFoo',
    'ShipFooBar',
    'ShipFooInput2',
    'ShipFooBar2',
  ]);
});

/** Lists of such lists: a type that holds itself, as that of JSON values. */
function nested(at: string): ReturnType<typeof type> {
  return type('listOf', { nonEmpty: false, element: { kind: 'ref', to: `${at}/type` } });
}

test('a type that holds itself has one name, wherever it stands', () => {
  const text = textOf(
    ir({ east: option(nested('/options/east')), west: option(nested('/options/west')) }),
    'port',
  );
  expect(text).toContain('west: PortEast;');
  expect(text).not.toContain('PortWest');
});

test('a freeform type takes undeclared attributes of the groups in its set, as the module system does', () => {
  const table = (element: ReturnType<typeof type>): ReturnType<typeof type> =>
    type('attrsOf', { element, lazy: false, placeholder: 'name' });
  const unit = submodule(
    { Unit: { kind: 'group', options: { After: option(STR) } } },
    { freeform: table(table(INT)) },
  );
  const { portSchema } = load(textOf(ir({ unit: option(unit) }), 'port'));
  const accepts = (unitOption: unknown): boolean | undefined =>
    portSchema?.safeParse({ unit: { Unit: { After: 'x', Wants: unitOption } } }).success;
  expect(accepts(3)).toBe(true);
  expect(accepts('y')).toBe(false);
});

test('what is merged in a way of its own may be anything, but is written as its type', () => {
  const flag = type('remerged', { element: type('bool') });
  const { portSchema, portInputSchema } = load(textOf(ir({ open: option(flag) }), 'port'));
  expect(portSchema?.safeParse({ open: [true, false] }).success).toBe(true);
  expect(portInputSchema?.safeParse({ open: [true] }).success).toBe(false);
});

test('an object that no member of a union is meant for is refused at what tells them apart', () => {
  const member = (
    kind: string,
    members: Parameters<typeof submodule>[0],
  ): ReturnType<typeof type> =>
    submodule({ kind: option(type('enum', { values: [kind], open: false })), ...members });
  const cargo = type('either', {
    members: [member('ore', { tons: option(INT) }), member('crew', { names: option(STR) })],
  });
  const { portSchema } = load(textOf(ir({ cargo: option(cargo) }), 'port'));
  const messages = (value: unknown): string[] => {
    const { error } = portSchema?.safeParse({ cargo: value }) ?? {};
    return error === undefined
      ? []
      : describeMismatches(error, { cargo: value }).map((found) => found.sentence);
  };
  expect(messages({ kind: 'crew', names: 'x' })).toEqual([]);
  expect(messages({ kind: 'crew', names: 3 })).toEqual([
    'cargo.names must be a string, got the number 3',
  ]);
  expect(messages({ kind: 'x' })).toEqual([
    'cargo.kind must be "ore" or "crew", got the string "x"',
  ]);
  expect(textOf(ir({ cargo: option(cargo) }), 'port')).toContain(
    'cargo: PortCargoOre | PortCargoCrew;',
  );
});

test('sets of options that are the same have one name, those that differ in a doc comment have not', () => {
  const depth = submodule({ depth: option(INT) });
  const text = textOf(
    ir({
      east: option(depth),
      north: option(submodule({ depth: option(INT, { description: 'In feet.' }) })),
      west: option(submodule({ inner: option(depth) })),
    }),
    'port',
  );
  expect(text).toContain('inner: PortEast;');
  expect(text).toContain('north: PortNorth;');
  expect(text).not.toContain('PortWestInner');
});

describe.each([
  ['default', { hasDefault: true }, STR, true],
  ['empty value', { hasEmptyValue: true }, type('listOf', { element: STR, nonEmpty: false }), true],
  ['nothing', {}, STR, false],
  [
    'empty submodule',
    { hasEmptyValue: true },
    submodule({ x: option(INT, { hasDefault: true }) }),
    true,
  ],
  [
    'submodule with a required option',
    { hasEmptyValue: true },
    submodule({ x: option(INT) }),
    false,
  ],
] as const)('an option with %s', (_, members, optionType, optional) => {
  test(`may${optional ? '' : ' not'} be left out by people, and never by evaluation`, () => {
    const exports = load(textOf(ir({ x: option(optionType, members) }), 'a'));
    expect(exports['aInputSchema']?.safeParse({}).success).toBe(optional);
    expect(exports['aSchema']?.safeParse({}).success).toBe(false);
  });
});

function treeText(folder: string, name: string): string {
  const { value, error } = evalWith(
    folder,
    `let
      tree = import ${TREES}/${name}.nix { inherit lib; };
      options = builtins.mapAttrs (_: value:
        if value._type or null == "option-type" then lib.mkOption { type = value; } else value) tree;
    in { inherit (optionsToIR options) ir; defaults = { }; examples = { }; }`,
  );
  const read = readDocument(value, [{ folder: TREES, label: '' }]);
  if (!read.ok) throw new Error(error + JSON.stringify(read.diagnostics));
  return textOf(read.value.ir, name);
}

test('everything generated compiles strictly', () => {
  // One lib is enough: how they differ is tested on the IR.
  const trees = LIBS.slice(0, 1).flatMap(({ folder }) =>
    ['every-type', 'hostile'].map((name) => [`${name}.ts`, treeText(folder, name)] as const),
  );
  const modules = {
    'harbour.ts': textOf(HARBOUR),
    'ship.ts': textOf(COLLISIONS, 'ship'),
    ...Object.fromEntries(trees),
  };
  const inferred = Object.fromEntries(
    Object.entries(modules).map(([name, text]) => [`inferred ${name}`, withoutDeclaredTypes(text)]),
  );
  const broken = withoutDeclaredTypes(textOf(HARBOUR)).replace('name: z.string()', 'name: z.int()');
  // The broken one is the proof that the others are compared at all.
  expect(compilerMessages({ ...modules, ...inferred, 'broken.ts': broken })).toEqual([
    expect.stringContaining('is not assignable to'),
  ]);
});

const CHECKING = `function typed<T>(schema: z.ZodType<T>, _declared?: unknown): z.ZodType<T> {
  return schema;
}
`;

/** The module with schemas whose types are inferred and compared with the declared ones. */
function withoutDeclaredTypes(text: string): string {
  return text
    .replace(/function zod\(\)[\s\S]*?\n\}\n/, '')
    .replace(/function typed<T>[\s\S]*?\n\}\n/, CHECKING)
    .replaceAll('zod().', 'z.');
}

test.each(LIBS)('an option of any name is kept under $name', ({ folder }) => {
  const text = treeText(folder, 'hostile');
  for (const key of ['__proto__', "''", "'10'", "'line\\nfeed'", 'constructor', "'né-😀'"]) {
    expect(text).toMatch(new RegExp(`^ {2}${key.replaceAll('\\', '\\\\')}: `, 'm'));
  }
});
