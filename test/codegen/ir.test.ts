import { describe, expect, test } from 'vitest';
import { irSchema } from '../../src/bridge/ir.ts';
import type { Ir, IrEntry, IrOption, IrType } from '../../src/bridge/ir.ts';
import { evalWith, LIBS, TREES } from './nix.ts';

test.skipIf(LIBS.length > 0)('needs Nix and a lib (nix/lib or $NIXPKGS_LIB)', () => undefined);

describe.each(LIBS)('IR of options under $name', ({ folder }) => {
  const every = evalWith(
    folder,
    `let
      types = import ${TREES}/every-type.nix { inherit lib; };
      options = builtins.mapAttrs (_: type: lib.mkOption { inherit type; }) types;
      hostile = import ${TREES}/hostile.nix { inherit lib; };
      evaluated = tree: (lib.evalModules { modules = [ { options = tree; } ]; }).options;
    in {
      declared = (optionsToIR options).ir;
      evaluated = (optionsToIR (evaluated options)).ir;
      hostile = (optionsToIR hostile).ir;
      hostileEvaluated = (optionsToIR (evaluated hostile)).ir;
    }`,
  );
  if (every.error !== '') throw new Error(every.error);
  const irs = every.value as Record<string, unknown>;
  const ir = (name: string): Ir => irSchema.parse(irs[name]);
  const typeOf = (name: string): IrType => optionAt(ir('evaluated'), [name]).type;

  test('follows its schema, and declared and evaluated options say the same of their types', () => {
    const declared = ir('declared');
    for (const [name, entry] of Object.entries(ir('evaluated').options)) {
      expect((entry as IrOption).type, name).toEqual(optionAt(declared, [name]).type);
    }
    expect(ir('hostile').options['names']).toBeDefined();
    expect(ir('hostileEvaluated').options['names']).toBeDefined();
  });

  test('knows every type but the third-party one', () => {
    const unknown = Object.entries(ir('declared').options).filter(
      ([, entry]) => (entry as IrOption).type.kind === 'unknown',
    );
    expect(unknown.map(([name]) => name)).toEqual(['thirdParty']);
  });

  test.each([
    ['port', { kind: 'int', minimum: 0, maximum: 65535 }],
    ['intBetween', { kind: 'int', minimum: -3, maximum: 4 }],
    ['unsigned', { kind: 'int', minimum: 0 }],
    ['positive', { kind: 'int', minimum: 1 }],
    ['strMatching', { kind: 'strMatching', pattern: '[[:lower:]]+"\n' }],
    ['separatedString', { kind: 'separatedString', separator: ', ' }],
    ['enum', { kind: 'enum', values: ['port', 8, null, true], open: false }],
    ['enumOfFunctions', { kind: 'enum', values: ['port'], open: true }],
    ['nonEmptyListOf', { kind: 'listOf', nonEmpty: true, element: { kind: 'int' } }],
    ['listOf', { kind: 'listOf', nonEmpty: false, element: { kind: 'int' } }],
    ['lazyAttrsOf', { kind: 'attrsOf', lazy: true, element: { kind: 'int' } }],
    ['coercedTo', { kind: 'coercedTo', from: { kind: 'int' }, to: { kind: 'str' } }],
    ['uniq', { kind: 'unique', element: { kind: 'int' } }],
    ['checkedStr', { kind: 'str', name: 'checkedStr' }],
    ['oneOf', { members: [{ kind: 'int' }, { kind: 'str' }, { kind: 'listOf' }] }],
    ['submodule', { options: { mast: { kind: 'option', type: { kind: 'int' } } } }],
    ['freeform', { freeform: { kind: 'attrsOf', element: { kind: 'int' } } }],
    ['pathWith', { kind: 'path', absolute: true }],
    ['remerged', { element: { kind: 'remerged', element: { kind: 'bool' } } }],
    ['thirdParty', { kind: 'unknown', description: 'any cargo', reason: 'type' }],
  ])('tells the parameters of %s', (name, expected) => {
    expect(typeOf(name)).toMatchObject(expected);
  });

  test.each(['hostile', 'hostileEvaluated'])('ends recursion in %s options', (name) => {
    const recursion = (option: string): string =>
      JSON.stringify(typeAt(ir(name), ['recursion', option]));
    expect(recursion('bySet')).toContain(
      '{"kind":"ref","to":"/options/recursion/options/bySet/type"}',
    );
    expect(recursion('byFunction')).toContain(
      '{"kind":"ref","to":"/options/recursion/options/byFunction/type"}',
    );
    expect(recursion('finite')).not.toMatch(/"(?:ref|unknown)"/);
    expect(recursion('endless')).toContain(
      '{"kind":"ref","to":"/options/recursion/options/endless/type"}',
    );
  });

  test('cuts what grows without an end', () => {
    const { value } = evalWith(
      folder,
      `let
        growing = depth: lib.types.submodule {
          options."next\${toString depth}" = lib.mkOption { type = growing (depth + 1); };
        };
      in (optionsToIR { growing = lib.mkOption { type = growing 0; }; }).ir`,
    );
    expect(JSON.stringify(value)).toContain('"reason":"depth"');
  });

  test('keeps an option whose type throws', () => {
    expect(typeAt(ir('hostileEvaluated'), ['throwing'])).toMatchObject({
      options: { cargo: { type: { kind: 'unknown', name: 'throwing', reason: 'type' } } },
    });
  });

  test('says where options are declared', () => {
    const { declarations } = optionAt(ir('hostileEvaluated'), ['broken', 'fine']);
    expect(declarations.map(({ file }) => file)).toEqual([`${TREES}/hostile.nix`]);
    expect(declarations[0]?.line).toBeGreaterThan(20);
  });

  test('does not take a function of lib for the place of a declaration', () => {
    const { value } = evalWith(
      folder,
      `let
        tree = lib.genAttrs [ "mast" ] (_: lib.mkOption { type = lib.types.int; });
        module = { _file = "ship.nix"; options = tree; };
        placesOf = options: (optionsToIR options).ir.options.mast.declarations;
      in map placesOf [ tree (lib.evalModules { modules = [ module ]; }).options ]`,
    );
    expect(value).toEqual([[], [{ file: 'ship.nix', line: null, column: null }]]);
  });

  test('gives defaults and examples one by one when some cannot be evaluated', () => {
    const pointer = (name: string): string => `/options/broken/options/${name}`;
    const one = (map: string, name: string): unknown => {
      const tree = `optionsToIR (import ${TREES}/hostile.nix { inherit lib; })`;
      const { value, error } = evalWith(folder, `(${tree}).${map}."${pointer(name)}"`);
      return error === '' ? value : error;
    };
    expect(one('defaults', 'fine')).toEqual({ json: 3 });
    expect(one('examples', 'fine')).toEqual({ json: 4 });
    expect(one('defaults', 'told')).toEqual({ text: 'config.x' });
    expect(one('defaults', 'package')).toEqual({ text: '<derivation crane-1>' });
    expect(one('defaults', 'throws')).toEqual({ unavailable: 'it throws when it is evaluated' });
    expect(one('defaults', 'nested')).toEqual({ unavailable: 'a function' });
    expect(one('defaults', 'cyclic')).toEqual({
      unavailable: 'a value nested deeper than 16 levels',
    });
    expect(one('defaults', 'missingAttribute')).toContain("attribute 'missing' missing");
  });
});

function optionAt(ir: Ir, path: readonly string[]): IrOption {
  let entry: IrEntry = { kind: 'group', options: ir.options };
  for (const name of path) {
    if (entry.kind !== 'group') break;
    entry = entry.options[name] ?? { kind: 'group', options: {} };
  }
  if (entry.kind !== 'option') throw new Error(`no option ${path.join('.')}`);
  return entry;
}

function typeAt(ir: Ir, path: readonly string[]): IrType {
  return optionAt(ir, path).type;
}
