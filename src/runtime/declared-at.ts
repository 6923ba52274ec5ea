import type { Origin } from '../core/diagnostic.ts';
import type { Path } from '../core/pointer.ts';

/** What is read of a zod schema; its copy of zod may be another one than Gantry's. */
interface Node {
  readonly def?: Definition;
  meta?(): { declared?: Declared } | undefined;
}

interface Definition {
  readonly innerType?: Node;
  readonly getter?: () => Node;
  readonly out?: Node;
  readonly options?: readonly Node[];
  readonly shape?: Readonly<Record<string, Node>>;
  readonly catchall?: Node;
  readonly valueType?: Node;
  readonly element?: Node;
}

/** File → option → line: what generated schemas carry as metadata. */
type Declared = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

/** Where the innermost option on the path is declared, as far as the schema tells. */
export function declaredAt(schema: object, path: Path): Origin | undefined {
  let found: Origin | undefined;
  let nodes = opened(schema);
  for (const step of path) {
    const name = String(step);
    found = nodes.map((node) => placeOf(node, name)).find((place) => place !== undefined) ?? found;
    nodes = nodes.flatMap((node) => member(node, name)).flatMap(opened);
  }
  return found;
}

function placeOf(node: Node, name: string): Origin | undefined {
  for (const [file, lines] of Object.entries(node.meta?.()?.declared ?? {})) {
    if (!Object.hasOwn(lines, name)) continue;
    const line = lines[name];
    return typeof line === 'number' ? { file, line } : { file };
  }
  return undefined;
}

/** The schema itself and all that it may stand for: members of unions, what is optional or lazy. */
function opened(node: Node): Node[] {
  const { innerType, getter, out, options } = node.def ?? {};
  const inner = [innerType, getter?.(), out, ...(options ?? [])].filter((one) => one !== undefined);
  return inner.length === 0 ? [node] : inner.flatMap(opened);
}

function member({ def }: Node, name: string): Node[] {
  const { shape, catchall, valueType, element } = def ?? {};
  const declared = shape !== undefined && Object.hasOwn(shape, name) ? shape[name] : catchall;
  return [declared, valueType, element].filter((one) => one !== undefined);
}
