import type { Code } from '../../core/codes.ts';
import { nearMisses } from '../../core/near-miss.ts';
import type { Severity } from '../../core/diagnostic.ts';
import { toDotted, type Path } from '../../core/pointer.ts';
import type { SchemaNode } from './node.ts';
import { describeValue, describeWanted } from './words.ts';

/** One place of an object that its schema refuses. */
export interface Finding {
  readonly code: Code;
  readonly severity?: Severity;
  readonly path: Path;
  readonly message: string;
  readonly help?: string | undefined;
}

/** State of one walk over an object. */
export interface Walk {
  /** Where the walk stands; copied into findings. */
  readonly path: (string | number)[];
  readonly findings: Finding[];
  /** Values do not appear in messages. */
  readonly hide: boolean;
  /**
   * What is known of a text that is not final: `value` stands for any scalar (a placeholder, a ciphertext), `text` for
   * some text; undefined: it is what it says.
   */
  readonly opaque: (text: string) => 'value' | 'text' | undefined;
  /** How a number or a boolean is written, where that is not as JSON writes it. */
  readonly spelling?: ((path: Path) => string | undefined) | undefined;
}

/** `spec.replicas must be an integer, got the string "1"` */
export function wrongType(walk: Walk, node: SchemaNode, value: unknown): void {
  const got = describeValue(value, walk.hide);
  add(walk, 'schema/type', {
    message: `${here(walk)} must be ${describeWanted(node)}, got ${got}`,
    help: typeHelp(walk, node, value),
  });
}

export function unknownField(walk: Walk, node: SchemaNode, field: string): void {
  const owner = node.title === undefined ? 'no known field' : `no field of ${node.title}`;
  const known = [...(node.fields?.keys() ?? [])];
  const near = nearMisses(field, known);
  const guess = `did you mean ${near.join(' or ')}?`;
  const list = known.length <= MOST_LISTED ? `its fields: ${known.join(', ')}` : undefined;
  walk.path.push(field);
  add(walk, 'schema/unknown-field', {
    message: `${here(walk)} is ${owner}`,
    help: near.length > 0 ? guess : known.length === 0 ? 'it takes no fields' : list,
  });
  walk.path.pop();
}

const MOST_LISTED = 8;

export function missingField(walk: Walk, node: SchemaNode, field: string): void {
  const owner = node.title === undefined ? '' : ` in every ${node.title}`;
  walk.path.push(field);
  if (SERVER_DEFAULTS.has(`${node.title ?? ''}.${field}`)) {
    add(walk, 'schema/server-default', {
      severity: 'warning',
      message: `${here(walk)} is left out; API servers fill it in, though the schema requires it`,
    });
  } else
    add(walk, 'schema/required', { message: `${here(walk)} is missing: it is required${owner}` });
  walk.path.pop();
}

/** Fields that the published schema requires and servers default or ignore. */
const SERVER_DEFAULTS: ReadonlySet<string> = new Set([
  'StatefulSetSpec.serviceName',
  'NetworkPolicySpec.podSelector',
  'RoleRef.apiGroup',
  'PriorityClass.value',
  'EndpointSlice.endpoints',
]);

/** A value of the right type that is not allowed; `must` reads on from the path. */
export function refused(walk: Walk, code: 'schema/format' | 'schema/value', must: string): void {
  add(walk, code, { message: `${here(walk)} ${must}` });
}

/** A key of the mapping at the place of the walk; `must` reads on from "the key of …". */
export function refusedName(walk: Walk, name: string, must: string): void {
  walk.path.push(name);
  add(walk, 'schema/format', { message: `the key of ${here(walk)} ${must}` });
  walk.path.pop();
}

/** An item of a list with the keys of an earlier one; the walk stands at its key, or at the item when it has several. */
export function duplicateItem(walk: Walk, keys: readonly string[], isRefused: boolean): void {
  const [key, ...more] = keys;
  const same =
    more.length === 0 ? `is the ${key ?? ''} of` : `has the same ${keys.join(' and ')} as`;
  const who = isRefused ? 'the API server' : 'server-side apply, which Flux uses,';
  add(walk, 'schema/duplicate-item', {
    severity: isRefused ? 'error' : 'warning',
    message: `${here(walk)} ${same} an item before it`,
    help: `${who} refuses such lists; keep one of the items`,
  });
}

/** How messages name the place of the walk. */
function here({ path }: Walk): string {
  return path.length === 0 ? 'the object' : toDotted(path);
}

function add(walk: Walk, code: Code, words: Omit<Finding, 'code' | 'path'>): void {
  walk.findings.push({ code, path: [...walk.path], ...words });
}

function typeHelp(walk: Walk, node: SchemaNode, value: unknown): string | undefined {
  const { hide, path, spelling } = walk;
  const wantsText = node.type === 'string';
  if (wantsText && (typeof value === 'number' || typeof value === 'boolean'))
    return hide
      ? 'write it in quotes'
      : `write "${spelling?.(path) ?? String(value)}", with quotes`;
  if (typeof value !== 'string') return undefined;
  const isNumber = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value);
  const isWanted =
    (node.type === 'integer' && isNumber && !value.includes('.')) ||
    (node.type === 'number' && isNumber) ||
    (node.type === 'boolean' && /^(true|false)$/.test(value));
  if (!isWanted) return undefined;
  return hide ? 'write it without quotes' : `write ${value}, without quotes`;
}
