import { join } from 'node:path';
import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import { success, type Result } from '../../core/result.ts';
import { findFiles } from '../../fs/find.ts';
import { readText } from '../../fs/read.ts';
import { parseEncrypted, type SopsFile } from '../../sops/encrypted-file.ts';
import { recipientsOf } from '../../sops/metadata.ts';
import { rulesDiffer } from '../../sops/seal.ts';
import { readCreationRules, type CreationRules } from '../creation-rules.ts';
import type { RunOptions } from '../options.ts';
import { findSecretsProject } from './project.ts';

/** An encrypted file and who can open it. */
export interface AuditedFile {
  readonly path: string;
  /** Age recipients, and keys of other services as `SERVICE:KEY`. */
  readonly recipients: readonly string[];
}

export interface AuditReport {
  readonly files: readonly AuditedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Tells, without any key, which recipient can open which store and manifest file, and where that differs from the
 * creation rules: `audit/recipients`, `audit/selection`.
 */
export async function auditSecrets(options: RunOptions): Promise<Result<AuditReport>> {
  const project = await findSecretsProject(options);
  if (!project.ok) return project;
  const { root, settings } = project.value;
  const rules = readCreationRules(root, settings.demo, settings.manifestsDir);
  if (!rules.ok) return rules;
  const paths = await findFiles(root, [...settings.stores, `${settings.manifestsDir}/**/*.yaml`]);
  if (!paths.ok) return paths;
  const audited = paths.value.map((path) => auditFile(root, path, rules.value));
  return success({
    files: audited.flatMap(({ file }) => (file === undefined ? [] : [file])),
    diagnostics: audited.flatMap(({ diagnostics }) => diagnostics),
  });
}

interface Audited {
  readonly file?: AuditedFile;
  readonly diagnostics: readonly Diagnostic[];
}

function auditFile(root: string, path: string, rules: CreationRules): Audited {
  const text = readText(join(root, path), path);
  if (!text.ok) return text;
  if (text.value === undefined || !/^"?sops"?:/m.test(text.value)) return { diagnostics: [] };
  const parsed = parseEncrypted(text.value, path);
  if (!parsed.ok) return parsed;
  const recipients = [...new Set(recipientsOf(parsed.value.metadata))];
  return { file: { path, recipients }, diagnostics: findings(parsed.value, rules) };
}

function findings(file: SopsFile, rules: CreationRules): Diagnostic[] {
  const path = file.file;
  const details = {
    file: path,
    help: '`gantry secrets updatekeys` for stores, `gantry manifests` for the tree',
  };
  const rule = rules.ruleFor(path);
  if (!rule.ok) return [...rule.diagnostics];
  const [actual, wanted] = [recipientsOf(file.metadata), rule.value.recipients];
  const differences = [
    ...actual.filter((name) => !wanted.includes(name)).map((name) => `${name} can open it`),
    ...wanted.filter((name) => !actual.includes(name)).map((name) => `${name} cannot`),
  ];
  const found: Diagnostic[] = [];
  if (differences.length > 0) {
    const message = `${path} differs from its creation rule: ${differences.join(', ')}`;
    found.push(errorAt('audit/recipients', message, details));
  }
  if (rulesDiffer(rule.value, file.metadata)) {
    const { kind, pattern } = file.metadata.selection;
    const message = `${path} was encrypted by another selection than its creation rule says (${kind} ${JSON.stringify(pattern)})`;
    found.push(errorAt('audit/selection', message, details));
  }
  return found;
}
