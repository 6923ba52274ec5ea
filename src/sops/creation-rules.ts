import type { Diagnostic } from '../core/diagnostic.ts';
import { compilePattern, type Pattern } from '../core/pattern.ts';
import { failure, success, type Result } from '../core/result.ts';
import { readDocuments } from '../yaml/documents.ts';
import { creationRule, type CreationRule } from './creation-rule.ts';
import { ConfigNode } from './config-node.ts';
import { readKeyGroups } from './config-keys.ts';
import {
  DEFAULT_SELECTION,
  SELECTION_KINDS,
  selectionProblem,
  type Selection,
} from './selection.ts';

export type { CreationRule } from './creation-rule.ts';
export { checkManifestRule } from './rule-check.ts';
export { selectsPath } from './selection.ts';

/** `.sops.yaml`, read and checked. */
export interface SopsConfig {
  readonly file: string;
  readonly rules: readonly ConfigRule[];
}

export interface ConfigRule {
  /** Undefined for a rule without `path_regex`, which takes every file. */
  readonly pathRegex: Pattern | undefined;
  readonly rule: CreationRule;
}

/**
 * Reads `.sops.yaml` as sops does: unknown fields are ignored, anchors and merge keys work. All
 * problems are reported, code `config/sops-yaml` with their line; an expression that sops would
 * swallow silently is one of them.
 */
export function parseSopsConfig(text: string, file: string): Result<SopsConfig> {
  const documents = readDocuments(text, file);
  if (!documents.ok) return failure(...documents.diagnostics.map(asConfigProblem));
  const problems: Diagnostic[] = [];
  const root = documents.value[0]?.root;
  if (root === undefined || (root.kind === 'scalar' && root.value === null)) {
    return success({ file, rules: [] });
  }
  const config = new ConfigNode(root, { file, text, problems });
  const rules = config.field('creation_rules')?.items() ?? [];
  const read = rules.map(readRule);
  return problems.length > 0 ? failure(...problems) : success({ file, rules: read });
}

/**
 * The rule for a file: the first whose `path_regex` matches somewhere in the path relative to the
 * folder of `.sops.yaml` (`/`-separated). Undefined when none does.
 */
export function creationRuleFor(config: SopsConfig, path: string): CreationRule | undefined {
  return config.rules.find(({ pathRegex }) => pathRegex?.test(path) ?? true)?.rule;
}

function readRule(node: ConfigNode): ConfigRule {
  const pattern = node.field('path_regex')?.text() ?? '';
  const threshold = node.field('shamir_threshold')?.integer();
  const rule = creationRule({
    selection: readSelection(node),
    macOnlyEncrypted: node.field('mac_only_encrypted')?.boolean() ?? false,
    keyGroups: readKeyGroups(node),
    ...(threshold === undefined ? {} : { threshold }),
    origin: node.origin(),
  });
  checkThreshold(node, rule);
  return { pathRegex: pattern === '' ? undefined : readRegex(node, pattern), rule };
}

function readRegex(node: ConfigNode, pattern: string): Pattern | undefined {
  const result = compilePattern(pattern);
  if ('pattern' in result) return result.pattern;
  const at = node.field('path_regex') ?? node;
  at.problem(`path_regex ${JSON.stringify(pattern)} cannot be used: ${result.problem}`);
  return undefined;
}

function readSelection(node: ConfigNode): Selection {
  const present = SELECTION_KINDS.flatMap((kind) => {
    const pattern = node.field(kind)?.text();
    return pattern === undefined || pattern === '' ? [] : [{ kind, pattern }];
  });
  if (present.length > 1) {
    node.problem(`only one of ${present.map(({ kind }) => kind).join(', ')} is allowed in a rule`);
  }
  const usable = present.filter((selection) => isUsable(node, selection));
  return usable[0] ?? DEFAULT_SELECTION;
}

function isUsable(node: ConfigNode, selection: Selection): boolean {
  const { kind, pattern } = selection;
  const problem = selectionProblem(selection);
  if (problem === undefined) return true;
  const at = node.field(kind) ?? node;
  at.problem(`${kind} ${JSON.stringify(pattern)} cannot be used: ${problem}`);
  return false;
}

function checkThreshold(node: ConfigNode, { threshold, keyGroups }: CreationRule): void {
  const groups = keyGroups.length;
  if (threshold === undefined || threshold === 0 || groups < 2) return;
  if (threshold >= 2 && threshold <= groups) return;
  const at = node.field('shamir_threshold') ?? node;
  at.problem(`shamir_threshold must be between 2 and the number of key groups (${groups})`);
}

function asConfigProblem(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, code: 'config/sops-yaml' };
}
