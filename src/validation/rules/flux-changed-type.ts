import type { KubernetesObject } from '../../core/object.ts';
import { evaluate, type Evaluated } from '../flux/evaluate.ts';
import { printedByKustomize, readAgain, type ReadAs } from '../flux/read-again.ts';
import { substitutedTexts, type SubstitutedText } from '../flux/texts.ts';
import { valueOf } from '../flux/variables.ts';
import { nodeAt } from '../schema/node-at.ts';
import type { NodeType } from '../schema/node.ts';
import type { Finding, RuleInput, TreeRule } from './rule.ts';

/** Rule `flux/changed-type`: variables whose values make a place of another type than belongs there. */
export const changedType: TreeRule = {
  code: 'flux/changed-type',
  severity: 'error',
  check: (input) => {
    const encrypted = new Set(input.files.filter(({ encrypt }) => encrypt).map(({ path }) => path));
    return substitutedTexts(input).flatMap((text) => {
      const hide = encrypted.has(text.node.file);
      return check(text, { wanted: wantedAt(text, input), hide });
    });
  },
};

interface Place {
  readonly wanted: NodeType | undefined;
  /** The file is encrypted: what stands in it is not shown. */
  readonly hide: boolean;
}

function check(found: SubstitutedText, { wanted, hide }: Place): Finding[] {
  const { node, path, text, isKey, kustomization, variables } = found;
  if (wanted === undefined || isKey) return [];
  const printed = printedByKustomize(text);
  const evaluated = evaluate(printed, (name, hasDefault) => valueOf(variables, name, hasDefault));
  if (evaluated?.hasVariable !== true) return [];
  const kind = readAgain(evaluated.text);
  if (FITTING[wanted]?.includes(kind) ?? true) return [];
  const what = hide || evaluated.isSecret ? 'the text' : text;
  const becomes = describe(kind, evaluated, hide);
  return [
    {
      node,
      path,
      severity: kind === 'null' ? 'warning' : 'error',
      message: `Kustomization ${kustomization.name} makes ${becomes} of ${what}, where ${WORDS[wanted] ?? 'another type'} belongs`,
      help: wanted === 'string' ? QUOTE : 'give the variable a value of that type',
    },
  ];
}

/** What may come out where a type is wanted; all else is not looked at. */
const FITTING: Readonly<Partial<Record<NodeType, readonly ReadAs[]>>> = {
  string: ['text'],
  boolean: ['boolean', 'null'],
  integer: ['number', 'null'],
  number: ['number', 'null'],
};

const WORDS: Readonly<Partial<Record<NodeType, string>>> = {
  string: 'text',
  boolean: 'a boolean',
  integer: 'an integer',
  number: 'a number',
};

const QUOTE =
  "kustomize prints it without quotes and Flux reads the result: put quotes around it that stay, with a variable `quote: '\"'`, as in ${quote}${NAME}${quote}";

function describe(kind: ReadAs, { text, isSecret }: Evaluated, hide: boolean): string {
  const shown = hide || isSecret ? '' : ` ${text}`;
  if (kind === 'null') return 'nothing';
  if (kind === 'unreadable') return `unreadable YAML${shown === '' ? '' : ` (${text})`}`;
  return kind === 'text' ? `the text${shown}` : `the ${kind}${shown}`;
}

/** The type that belongs to a place, from its schema; labels, annotations and data are text in every kind. */
function wantedAt({ node, path }: SubstitutedText, { registry }: RuleInput): NodeType | undefined {
  const within = path.slice(node.path.length);
  const [first, second] = within;
  if (first === 'metadata' && (second === 'labels' || second === 'annotations')) return 'string';
  const isData = first === 'data' || first === 'stringData';
  if (isData && (node.kind === 'ConfigMap' || node.kind === 'Secret')) return 'string';
  if (registry === undefined) return undefined;
  return nodeAt(registry, node.value as KubernetesObject, within)?.type;
}
