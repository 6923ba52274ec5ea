import type { Diagnostic } from '../../core/diagnostic.ts';
import { success, type Result } from '../../core/result.ts';
import { referencesOf } from '../facts.ts';
import type { Prepared } from '../prepare.ts';
import { CHECK_CODES } from './audit-file.ts';
import { auditTree, type Audited, type AuditedFile } from './audit-tree.ts';

/** What the encrypted files of an evaluated project show without a key. */
export interface ProjectAudit {
  /** Findings about files that modules make, by path. */
  readonly ofOutputs: ReadonlyMap<string, readonly Diagnostic[]>;
  /** The encrypted files, stores among them. */
  readonly files: readonly AuditedFile[];
  /** Findings about stores, and about what else lies in the manifests folder. */
  readonly others: readonly Diagnostic[];
}

/**
 * Looks at all stores, those that references name among them, and at all encrypted files of the tree, referenced or not,
 * whatever the lock file says. Codes `check/…`.
 */
export async function auditProject(prepared: Prepared): Promise<Result<ProjectAudit>> {
  const { generated, rules } = prepared;
  const { root, settings, bundle, files } = generated;
  const outputs = new Map(
    Object.values(bundle.modules).map(({ output, encrypt }) => [output, encrypt]),
  );
  const inTree = new Map(
    [...outputs].map(([output, encrypt]) => [`${settings.manifestsDir}/${output}`, encrypt]),
  );
  const isStore = (path: string): boolean => !path.startsWith(`${settings.manifestsDir}/`);
  const audited = await auditTree({
    root,
    settings,
    stores: namedStores(files),
    outputs,
    ruleFor: (path) =>
      inTree.get(path) === true || isStore(path) ? known(rules.ruleFor(path)) : undefined,
    codes: CHECK_CODES,
  });
  if (!audited.ok) return audited;
  const [made, others] = [
    audited.value.filter(({ path }) => inTree.has(path)),
    audited.value.filter(({ path }) => !inTree.has(path)),
  ];
  return success({
    files: audited.value.flatMap(({ file }) => (file === undefined ? [] : [file])),
    ofOutputs: new Map(made.map(({ path, diagnostics }) => [path, diagnostics])),
    others: others.flatMap(weighed),
  });
}

/** Where there is no rule to compare with, there is nothing to tell: `gantry secrets audit` does. */
function known<T>(rule: Result<T>): Result<T> | undefined {
  return rule.ok ? rule : undefined;
}

function namedStores(files: Prepared['generated']['files']): string[] {
  const references = [...referencesOf(files).values()];
  return references.flatMap(({ scheme, path }) =>
    scheme === 'sops' && !path.startsWith('/') && !path.startsWith('..') ? [path] : [],
  );
}

/** Who opens a store is set right by another command than the one that makes the tree: it does not fail a check. */
function weighed({ diagnostics }: Audited): Diagnostic[] {
  const { recipients, groups, threshold, mac } = CHECK_CODES;
  const lighter = [recipients, groups, threshold, mac];
  return diagnostics.map((found) =>
    lighter.includes(found.code) ? { ...found, severity: 'warning' } : found,
  );
}
