import type { IrTypeOf, PlainKind } from '../../bridge/ir.ts';
import { toJavaScriptRegex } from '../posix-regex.ts';
import type { NumberShape, Shape, Sides } from '../shape.ts';
import { both, UNKNOWN } from '../shape.ts';
import { numeral } from './numerals.ts';

const STRING: Shape = { kind: 'string' };
const RECORD: Shape = { kind: 'record', values: UNKNOWN };

/** `mkLuaInline "…"` as JSON. */
const LUA_INLINE: Shape = {
  kind: 'object',
  properties: ['_type', 'expr'].map((name) => ({
    name,
    shape: name === '_type' ? { kind: 'literal', values: ['lua-inline'] } : STRING,
    optional: false,
    readonly: false,
    doc: [],
  })),
};

const PLAIN: Readonly<Record<PlainKind, Sides>> = {
  anything: both(UNKNOWN),
  attrs: both(RECORD),
  bool: both({ kind: 'boolean' }),
  // A module is whatever its writer makes of it; evaluation wraps it in `{ imports = [ … ]; }`.
  deferredModule: both(UNKNOWN),
  fileset: both(UNKNOWN),
  float: both({ kind: 'number', integer: false }),
  luaInline: both(LUA_INLINE),
  nonEmptyStr: both({ kind: 'string', pattern: '[^ \\t\\n]' }),
  optionDeclaration: both(UNKNOWN),
  optionType: both(UNKNOWN),
  // A package crosses as its store path.
  package: both(STRING),
  passwdEntry: both({ kind: 'string', pattern: '^[^:\\n]*$' }),
  pkgs: both(UNKNOWN),
  raw: both(UNKNOWN),
  // The final line feed is trimmed.
  singleLineStr: {
    read: { kind: 'string', pattern: '^[^\\n\\r]*$' },
    write: { kind: 'string', pattern: '^[^\\n\\r]*\\n?$' },
  },
  str: both(STRING),
  unspecified: both(UNKNOWN),
};

/** Shapes of the types that have no parameters. */
export function plainShapes(node: IrTypeOf<PlainKind>): Sides {
  return PLAIN[node.kind];
}

export function numberShapes(node: IrTypeOf<'int' | 'number'>): Sides {
  const shape: NumberShape = {
    kind: 'number',
    integer: node.kind === 'int',
    ...(node.minimum === null ? {} : { minimum: numeral(node.minimum) }),
    ...(node.maximum === null ? {} : { maximum: numeral(node.maximum) }),
    ...(node.exclusiveMinimum === null ? {} : { exclusiveMinimum: numeral(node.exclusiveMinimum) }),
  };
  return both(shape);
}

/** Paths cross as text; a relative one keeps its form, an absolute one starts with a slash. */
export function pathShapes(node: IrTypeOf<'path'>): Sides {
  return both(node.absolute === true ? { kind: 'string', pattern: '^\\/' } : STRING);
}

/** A pattern without a JavaScript counterpart is left to Nix. */
export function patternShapes(node: IrTypeOf<'strMatching'>): Sides {
  const pattern = node.pattern === null ? undefined : toJavaScriptRegex(node.pattern);
  return both(pattern === undefined ? STRING : { kind: 'string', pattern });
}
