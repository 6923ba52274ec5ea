import { success, type Result } from '../../core/result.ts';
import { type Diagnostic } from '../../core/diagnostic.ts';
import { readCreationRules } from '../creation-rules.ts';
import { readLock } from '../read-lock.ts';
import type { RunOptions } from '../options.ts';
import { AUDIT_CODES } from './audit-file.ts';
import { auditTree, type AuditedFile } from './audit-tree.ts';
import { findSecretsProject } from './project.ts';

export type { AuditedFile } from './audit-tree.ts';

export interface AuditReport {
  readonly files: readonly AuditedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Tells, without any key, which recipient can open which store and manifest file, what of it stands in the clear, and
 * where it differs from the creation rules. Codes `audit/…`.
 */
export async function auditSecrets(options: RunOptions): Promise<Result<AuditReport>> {
  const project = await findSecretsProject(options);
  if (!project.ok) return project;
  const { root, settings } = project.value;
  const rules = readCreationRules(root, settings.demo, settings.manifestsDir);
  if (!rules.ok) return rules;
  const lock = readLock(root, settings.lockFile, true);
  if (!lock.ok) return lock;
  const sealed = [...lock.value.lock.entries].filter(([, { rule }]) => rule.length > 0);
  const audited = await auditTree({
    root,
    settings,
    stores: [],
    outputs: new Map(sealed.map(([output]) => [output, true])),
    codes: AUDIT_CODES,
    ruleFor: (path) => rules.value.ruleFor(path),
  });
  if (!audited.ok) return audited;
  return success({
    files: audited.value.flatMap(({ file }) => (file === undefined ? [] : [file])),
    diagnostics: audited.value.flatMap(({ diagnostics }) => diagnostics),
  });
}
