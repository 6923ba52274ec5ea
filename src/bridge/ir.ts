import type { Ir } from '../../generated/ir.ts';

export { irSchema, type Ir } from '../../generated/ir.ts';

/** The version of the IR that this program reads (nix/bridge/ir-contract.nix). */
export const IR_VERSION = 'gantry-ir/1' satisfies Ir['version'];

/** A set of options: the whole document, or what a submodule declares. */
export type IrOptionSet = Omit<Ir, 'version'>;

/** An option, or a plain set around options: `services` in `services.nginx.enable`. */
export type IrEntry = Ir['options'][string];

export type IrOption = Extract<IrEntry, { kind: 'option' }>;
export type IrGroup = Extract<IrEntry, { kind: 'group' }>;

/** Where an option is declared. */
export type IrDeclaration = IrOption['declarations'][number];

/** One node kind per option type. */
export type IrType = IrOption['type'];

/** Types of one kind. */
export type IrTypeOf<K extends IrType['kind']> = Extract<IrType, { kind: K }>;

/** Kinds of type that say nothing beyond name and description. */
export type PlainKind = KindsBeside<'str'>;

/** All kinds of the nodes that have that kind. */
type KindsBeside<K extends IrType['kind'], Node extends IrType = IrType> = Node extends IrType
  ? K extends Node['kind']
    ? Node['kind']
    : never
  : never;
