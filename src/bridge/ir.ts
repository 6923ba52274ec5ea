import { z } from 'zod';
import type { Json } from '../core/json.ts';

/** The version of the IR that this program reads (nix/bridge/options.nix writes it). */
export const IR_VERSION = 'gantry-ir/1';

/** A set of options: the whole document, or what a submodule declares. */
export interface IrOptionSet {
  options: Record<string, IrEntry>;
  /** Type of the attributes that no option declares; without it there are none. */
  freeform?: IrType | undefined;
}

export interface Ir extends IrOptionSet {
  version: typeof IR_VERSION;
}

export type IrEntry = IrOption | IrGroup;

/** A plain set around options: `services` in `services.nginx.enable`. */
export interface IrGroup {
  kind: 'group';
  options: Record<string, IrEntry>;
}

export interface IrOption {
  kind: 'option';
  type: IrType;
  hasDefault: boolean;
  /** The engine takes the type's empty value when nobody defines the option. */
  hasEmptyValue: boolean;
  /** The option passes its value through `apply`: what evaluation gives may be anything. */
  applied: boolean;
  readOnly: boolean;
  internal: boolean;
  /** `"shallow"` and `"transparent"` say which half of option and sub-options is visible. */
  visible: boolean | string;
  description: string | null;
  declarations: IrDeclaration[];
}

/** Where an option is declared; lines and columns count from 1. */
export interface IrDeclaration {
  file: string;
  line: number | null;
  column: number | null;
}

interface Described {
  name: string;
  description: string;
}

/** Kinds of node that say nothing beyond name and description. */
export const PLAIN_KINDS = [
  'anything',
  'attrs',
  'bool',
  'deferredModule',
  'fileset',
  'float',
  'luaInline',
  'nonEmptyStr',
  'optionDeclaration',
  'optionType',
  'package',
  'passwdEntry',
  'pkgs',
  'raw',
  'singleLineStr',
  'str',
  'unspecified',
] as const;

export type PlainKind = (typeof PLAIN_KINDS)[number];

interface Bounds {
  minimum?: number | undefined;
  maximum?: number | undefined;
  exclusiveMinimum?: number | undefined;
}

/** One node kind per option type. */
export type IrType =
  | ({ kind: PlainKind } & Described)
  | ({ kind: 'int' | 'number' } & Described & Bounds)
  | ({ kind: 'path'; inStore: boolean | null; absolute: boolean | null } & Described)
  | ({ kind: 'strMatching'; pattern: string | null } & Described)
  | ({ kind: 'separatedString'; separator: string } & Described)
  | ({ kind: 'enum'; values: Json[]; open: boolean } & Described)
  | ({ kind: 'nullOr' | 'unique'; element: IrType } & Described)
  | ({ kind: 'listOf'; element: IrType; nonEmpty: boolean } & Described)
  | ({ kind: 'attrsOf'; element: IrType; lazy: boolean; placeholder: string } & Described)
  | ({ kind: 'attrListOf'; element: IrType; asAttrs: boolean } & Described)
  | ({ kind: 'either'; members: IrType[] } & Described)
  | ({ kind: 'coercedTo'; from: IrType; to: IrType } & Described)
  | ({ kind: 'attrTag'; tags: Record<string, IrOption> } & Described)
  | ({ kind: 'functionTo'; result: IrType } & Described)
  | ({ kind: 'submodule' } & IrOptionSet & Described)
  /**
   * A type this program does not know, one below the depth at which recursion is given up, or one that
   * its declaration hides (`visible = "shallow"`).
   */
  | ({ kind: 'unknown'; reason: 'type' | 'depth' | 'shallow' } & Described)
  /** The type at that JSON pointer of the document, an ancestor of this node. */
  | { kind: 'ref'; to: string };

/** Types of one kind. */
export type IrTypeOf<K extends IrType['kind']> = Extract<IrType, { kind: K }>;

const described = { name: z.string(), description: z.string() };
const typeSchema: z.ZodType<IrType> = z.lazy(() => anyType);
const entries: z.ZodType<Record<string, IrEntry>> = z.lazy(() =>
  z.record(z.string(), z.discriminatedUnion('kind', [optionSchema, groupSchema])),
);
const optionSet = { options: entries, freeform: typeSchema.optional() };

const groupSchema = z.strictObject({ kind: z.literal('group'), options: entries });
const optionSchema = z.strictObject({
  kind: z.literal('option'),
  type: typeSchema,
  hasDefault: z.boolean(),
  hasEmptyValue: z.boolean(),
  applied: z.boolean(),
  readOnly: z.boolean(),
  internal: z.boolean(),
  visible: z.union([z.boolean(), z.string()]),
  description: z.string().nullable(),
  declarations: z.array(
    z.strictObject({
      file: z.string(),
      line: z.number().nullable(),
      column: z.number().nullable(),
    }),
  ),
});

const bound = z.number().optional();
const anyType = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal(PLAIN_KINDS), ...described }),
  z.strictObject({
    kind: z.literal(['int', 'number']),
    minimum: bound,
    maximum: bound,
    exclusiveMinimum: bound,
    ...described,
  }),
  z.strictObject({
    kind: z.literal('path'),
    inStore: z.boolean().nullable(),
    absolute: z.boolean().nullable(),
    ...described,
  }),
  z.strictObject({
    kind: z.literal('strMatching'),
    pattern: z.string().nullable(),
    ...described,
  }),
  z.strictObject({ kind: z.literal('separatedString'), separator: z.string(), ...described }),
  z.strictObject({
    kind: z.literal('enum'),
    values: z.array(z.custom<Json>((value) => value !== undefined)),
    open: z.boolean(),
    ...described,
  }),
  z.strictObject({ kind: z.literal(['nullOr', 'unique']), element: typeSchema, ...described }),
  z.strictObject({
    kind: z.literal('listOf'),
    element: typeSchema,
    nonEmpty: z.boolean(),
    ...described,
  }),
  z.strictObject({
    kind: z.literal('attrsOf'),
    element: typeSchema,
    lazy: z.boolean(),
    placeholder: z.string(),
    ...described,
  }),
  z.strictObject({
    kind: z.literal('attrListOf'),
    element: typeSchema,
    asAttrs: z.boolean(),
    ...described,
  }),
  z.strictObject({ kind: z.literal('either'), members: z.array(typeSchema), ...described }),
  z.strictObject({ kind: z.literal('coercedTo'), from: typeSchema, to: typeSchema, ...described }),
  z.strictObject({
    kind: z.literal('attrTag'),
    tags: z.record(z.string(), optionSchema),
    ...described,
  }),
  z.strictObject({ kind: z.literal('functionTo'), result: typeSchema, ...described }),
  z.strictObject({ kind: z.literal('submodule'), ...optionSet, ...described }),
  z.strictObject({
    kind: z.literal('unknown'),
    reason: z.literal(['type', 'depth', 'shallow']),
    ...described,
  }),
  z.strictObject({ kind: z.literal('ref'), to: z.string() }),
]);

/** zod schema of the IR document. */
export const irSchema: z.ZodType<Ir> = z.strictObject({
  version: z.literal(IR_VERSION),
  ...optionSet,
});
