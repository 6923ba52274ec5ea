import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/core/json.ts';

/** A set of options as Nix text, and valid definitions of them. */
export interface Tree {
  readonly options: string;
  readonly definitions: JsonObject;
}

/** A type as Nix text, and one of its values. */
interface Sample {
  readonly type: string;
  readonly value: Json;
}

export function nixString(text: string): string {
  return JSON.stringify(text)
    .replaceAll('${', '\\${')
    .replaceAll(/\\u[0-9a-f]{4}|\\[bf]/g, (escape) => JSON.parse(`"${escape}"`) as string);
}

// Nix strings hold no NUL; a lone surrogate is no UTF-8.
const text = fc.string({ unit: 'grapheme', maxLength: 8 }).filter((value) => !value.includes('\0'));
const integer = fc.integer({ min: -1000, max: 1000 });

// `_module` is the module system's own; zod passes over a key `__proto__`.
const name = fc.oneof(
  fc.constantFrom('a', 'web-app', 'class', '10', '', 'constructor', 'é"\\${x}', 'toString'),
  text.filter((value) => value !== '_module' && value !== '__proto__'),
);

function sample(type: string, values: fc.Arbitrary<Json>): fc.Arbitrary<Sample> {
  return values.map((value) => ({ type, value }));
}

const scalar: fc.Arbitrary<Sample> = fc.oneof(
  sample('types.str', text),
  sample('types.int', integer),
  sample('types.bool', fc.boolean()),
  sample(
    'types.float',
    integer.map((value) => value + 0.5),
  ),
  sample(
    'types.number',
    fc.oneof(
      integer,
      integer.map((value) => value + 0.25),
    ),
  ),
  sample('types.port', fc.integer({ min: 0, max: 65535 })),
  sample('(types.ints.between (-5) 5)', fc.integer({ min: -5, max: 5 })),
  sample('types.ints.positive', fc.integer({ min: 1, max: 9 })),
  sample('(types.enum [ "a" "b\'" 3 true ])', fc.constantFrom('a', "b'", 3, true)),
  sample('(types.strMatching "[a-z]{1,3}[]./]?")', fc.constantFrom('a', 'ab]', 'abc.', 'xyz/')),
  sample(
    'types.nonEmptyStr',
    text.filter((value) => /[^ \t\n]/.test(value)),
  ),
  sample('types.lines', text),
  sample('types.path', fc.constantFrom('/', '/etc/x')),
  sample('(types.coercedTo types.int toString types.str)', fc.oneof(integer, text)),
  sample('(types.either types.int types.str)', fc.oneof(integer, text)),
);

const { tree } = fc.letrec<{ tree: Tree; type: Sample }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 3, arbitrary: scalar },
    { weight: 1, arbitrary: nullable(tie('type')) },
    { weight: 1, arbitrary: list(tie('type')) },
    { weight: 1, arbitrary: attributes(tie('type')) },
    { weight: 1, arbitrary: tagged(tie('type')) },
    { weight: 1, arbitrary: scalarOrList(tie('type')) },
    { weight: 2, arbitrary: submodule(tie('tree')) },
  ),
  tree: treeOf(tie('type'), tie('tree')),
}));

function nullable(inner: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.tuple(inner, fc.boolean()).map(([{ type: element, value }, isNull]) => ({
    type: `(types.nullOr ${element})`,
    value: isNull ? null : value,
  }));
}

function list(inner: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.tuple(inner, fc.nat(2)).map(([{ type: element, value }, length]) => ({
    type: `(types.listOf ${element})`,
    value: Array.from({ length }, () => value),
  }));
}

function attributes(inner: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.tuple(inner, fc.uniqueArray(name, { maxLength: 2 })).map(([element, names]) => ({
    type: `(types.attrsOf ${element.type})`,
    value: Object.fromEntries(names.map((key) => [key, element.value])),
  }));
}

function tagged(inner: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.tuple(inner, inner, fc.boolean()).map(([first, second, isFirst]) => ({
    type: `(types.attrTag { one = mkOption { type = ${first.type}; }; two = mkOption { type = ${second.type}; }; })`,
    value: isFirst ? { one: first.value } : { two: second.value },
  }));
}

function scalarOrList(inner: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.tuple(scalar, list(inner), fc.boolean()).map(([one, many, isOne]) => ({
    type: `(types.either ${one.type} ${many.type})`,
    value: isOne ? one.value : many.value,
  }));
}

function submodule(inner: fc.Arbitrary<Tree>): fc.Arbitrary<Sample> {
  return fc.tuple(inner, fc.boolean()).map(([{ options, definitions }, open]) => ({
    type: `(types.submodule { options = ${options}; ${open ? 'freeformType = types.attrsOf types.anything;' : ''} })`,
    value: definitions,
  }));
}

/** An option that has its value from a definition or from its default, or a group of options. */
function treeOf(types: fc.Arbitrary<Sample>, trees: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> {
  const option = fc.tuple(types, fc.boolean()).map(([one, byDefault]) => {
    const value = `builtins.fromJSON ${nixString(JSON.stringify(one.value))}`;
    return {
      nix: `mkOption { type = ${one.type}; ${byDefault ? `default = ${value};` : ''} }`,
      definition: byDefault ? [] : [one.value],
    };
  });
  const group = trees.map(({ options, definitions }) => ({
    nix: options,
    definition: [definitions as Json],
  }));
  const entry = fc.oneof(
    { maxDepth: 4 },
    { weight: 5, arbitrary: option },
    { weight: 1, arbitrary: group },
  );
  return fc
    .uniqueArray(fc.tuple(name, entry), { selector: ([key]) => key, maxLength: 4 })
    .map((entries) => ({
      options: `{ ${entries.map(([key, { nix }]) => `${nixString(key)} = ${nix};`).join(' ')} }`,
      definitions: Object.fromEntries(
        entries.flatMap(([key, { definition }]) => definition.map((value) => [key, value])),
      ),
    }));
}

export const treeArbitrary: fc.Arbitrary<Tree> = tree;
