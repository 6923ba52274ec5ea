import { isJsonObject } from '../../core/json.ts';
import type { GraphNode } from '../graph/node.ts';
import { isTellingKey, looksLikeCredential } from './credentials.ts';
import { isOtherReference } from './other-references.ts';
import { isPublicText } from './public-text.ts';
import type { Finding, RuleFile, TreeRule } from './rule.ts';

/**
 * Rule `secret/clear-literal`: a Secret with literal values in a file that is not encrypted. For one that others made, a
 * chart or an imported file, it is a warning where key or value speak of a credential, and an info else: charts fill Secrets
 * with harmless settings too. Nothing to hide are empty values, placeholders, variables, and what is public by nature.
 */
export const clearLiteral: TreeRule = {
  code: 'secret/clear-literal',
  severity: 'error',
  check: ({ graph, files }) => {
    const clear = new Map(
      files.filter(({ encrypt }) => !encrypt).map((file) => [file.path, file] as const),
    );
    return graph.nodes.flatMap((node) => {
      const file = clear.get(node.file);
      if (node.kind !== 'Secret' || node.group !== '' || file === undefined) return [];
      return check(node, file);
    });
  },
};

const MOST = 5;

function check(node: GraphNode, { foreign }: RuleFile): Finding[] {
  const isForeign = foreign?.includes(node.index) === true;
  const all = ['data', 'stringData'].flatMap((field) => literalsIn(node, field));
  const grave = all.filter(({ isGrave }) => isGrave);
  const values = [...grave, ...all.filter((value) => !value.isGrave)];
  const [first] = values;
  if (first === undefined) return [];
  const more = values.length > MOST ? ` and ${values.length - MOST} more` : '';
  const keys = values.slice(0, MOST).map(({ key }) => key);
  const severity = grave.length > 0 ? ('warning' as const) : ('info' as const);
  return [
    {
      node,
      path: first.path,
      message: `a Secret with literal values (${keys.join(', ')}${more}) is written in the clear`,
      help: isForeign ? FOREIGN_HELP : help(first.key),
      ...(isForeign ? { severity } : {}),
    },
  ];
}

const FOREIGN_HELP =
  'a chart or an imported file made it: import it in a module that is encrypted (*.enc.nix), or have it take a Secret of yours';

/** Keys of stores need no dots; what stands in a hint is pasted. */
function help(key: string): string {
  const name = key.replaceAll(/[^\w-]+/g, '_');
  return `\`gantry secrets set ${name}\`, then \`kubenix.lib.secretsFor "${name}"\` here, in a module named *.enc.nix (or with \`manifest.encrypt = true\`)`;
}

interface Literal {
  readonly key: string;
  readonly path: GraphNode['path'];
  readonly isGrave: boolean;
}

function literalsIn(node: GraphNode, field: string): Literal[] {
  const values = node.value[field];
  if (!isJsonObject(values)) return [];
  return Object.entries(values).flatMap(([key, value]) => {
    if (typeof value !== 'string' || isOfController(node, key)) return [];
    const text = field === 'data' ? decoded(value) : value;
    if (isOtherReference(value) || isOtherReference(text)) return [];
    if (isOpen(value) || isOpen(text) || isPublicText(text)) return [];
    const isGrave = looksLikeCredential(text) || (isTellingKey(key) && text.trim().length > 3);
    return [{ key, isGrave, path: [...node.path, field, key] }];
  });
}

/** Base64, if it is that: what is not is told by another rule, and as visible. */
function decoded(value: string): string {
  const text = Buffer.from(value, 'base64').toString('utf8');
  return text.trim() === '' && value.trim() !== '' && !/^[A-Za-z0-9+/\s]*=*$/.test(value)
    ? value
    : text;
}

/** Nothing, a placeholder, or what Flux puts in. */
function isOpen(text: string): boolean {
  return text.trim() === '' || text.includes('ref+') || /\$\{[^{}]+\}/.test(text);
}

/** A controller fills the Secrets of service accounts; of what stands there before, the token alone would be one. */
function isOfController({ value }: GraphNode, key: string): boolean {
  return value['type'] === 'kubernetes.io/service-account-token' && key !== 'token';
}
