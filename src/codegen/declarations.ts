import type { Ir, IrType } from '../bridge/ir.ts';
import { mergeEqual } from './merge-equal.ts';
import { Namer } from './names.ts';
import type { Declaration, Shape, Side, Sides } from './shape.ts';
import { both } from './shape.ts';
import type { Place, Walk } from './shapes/place.ts';
import { rootPlace } from './shapes/place.ts';
import { setShapes } from './shapes/sets.ts';
import { shapesOf } from './shapes/shapes-of.ts';
import type { CrossedValues } from './values.ts';

/**
 * IR → named pairs of shapes. The first is the whole document under `name`; every other one stands
 * after the first that refers to it. Equal IRs give equal declarations in equal order.
 */
export function declarationsOf(name: string, ir: Ir, values: CrossedValues): Declaration[] {
  const walker = new Walker(recursionTargets(ir), values);
  const root = rootPlace(name, walker);
  walker.declare(root, [], () => setShapes(ir, root));
  return mergeEqual(walker.declarations());
}

class Walker implements Walk {
  readonly values: CrossedValues;
  readonly #namer = new Namer();
  /** JSON pointers of the types that a `ref` goes back to. */
  readonly #targets: ReadonlySet<string>;
  readonly #names = new Map<string, string>();
  /** Recursive types that are no sets of options, by what they are: many options share one. */
  readonly #recursive = new Map<string, Shape>();
  /** Declarations by name, in the order in which they were begun; undefined until they are built. */
  readonly #declared = new Map<string, Declaration | undefined>();

  constructor(targets: ReadonlySet<string>, values: CrossedValues) {
    this.#targets = targets;
    this.values = values;
  }

  shapes(type: IrType, at: Place): Sides {
    if (type.kind === 'ref') return both({ kind: 'named', name: this.#names.get(type.to) ?? '' });
    if (type.kind === 'submodule' || !this.#targets.has(at.pointer)) return shapesOf(type, at);
    return both(this.#recursiveType(type, at));
  }

  /** Other types than sets of options get a name only when they hold themselves, as the type of JSON values does. */
  #recursiveType(type: Exclude<IrType, { kind: 'ref' }>, at: Place): Shape {
    const identity = identityOf(type, at.pointer);
    const shape = this.#recursive.get(identity) ?? this.declare(at, [], () => shapesOf(type, at));
    // Options in it have doc comments, which tell where each of them stands.
    if (!identity.includes('"kind":"submodule"')) this.#recursive.set(identity, shape);
    return shape;
  }

  declare(at: Place, doc: readonly string[], build: () => Sides): Shape {
    const name = this.#namer.claim(at.words);
    this.#names.set(at.pointer, name);
    this.#declared.set(name, undefined);
    this.#declared.set(name, { name, doc, ...build() });
    return { kind: 'named', name };
  }

  resolve(shape: Shape, side: Side): Shape | undefined {
    return shape.kind === 'named' ? this.#declared.get(shape.name)?.[side] : shape;
  }

  declarations(): Declaration[] {
    return [...this.#declared.values()].filter((declaration) => declaration !== undefined);
  }
}

/** Equal for types that are the same wherever they stand: references into itself are told from its own place. */
function identityOf(type: IrType, pointer: string): string {
  return JSON.stringify(type, (key, member: unknown) =>
    key === 'to' && typeof member === 'string' && member.startsWith(pointer)
      ? `.${member.slice(pointer.length)}`
      : member,
  );
}

/** Every pointer that some `ref` below a part of the IR goes to. */
function recursionTargets(part: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof part !== 'object' || part === null) return found;
  if ('kind' in part && part.kind === 'ref' && 'to' in part && typeof part.to === 'string') {
    found.add(part.to);
  }
  for (const member of Object.values(part)) recursionTargets(member, found);
  return found;
}
