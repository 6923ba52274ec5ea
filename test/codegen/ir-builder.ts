import type { Ir, IrEntry, IrOption, IrType } from '../../src/bridge/ir.ts';

type Members = Readonly<Record<string, unknown>>;

/** A type node whose name and description are its kind. */
export function type(kind: IrType['kind'], members: Members = {}): IrType {
  const bounds = kind === 'int' || kind === 'number' ? UNBOUNDED : {};
  return { kind, name: kind, description: kind, ...bounds, ...members } as IrType;
}

const UNBOUNDED = { minimum: null, maximum: null, exclusiveMinimum: null };

/** An option without a default, description or declaration. */
export function option(optionType: IrType, members: Partial<IrOption> = {}): IrOption {
  return {
    kind: 'option',
    type: optionType,
    hasDefault: false,
    hasEmptyValue: false,
    applied: false,
    readOnly: false,
    internal: false,
    visible: true,
    description: null,
    declarations: [],
    ...members,
  };
}

export function submodule(options: Record<string, IrEntry>, members: Members = {}): IrType {
  return type('submodule', { options, freeform: null, ...members });
}

export function ir(options: Record<string, IrEntry>): Ir {
  return { version: 'gantry-ir/1', options, freeform: null };
}
