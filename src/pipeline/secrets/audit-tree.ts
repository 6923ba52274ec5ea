import { basename, join } from 'node:path';
import type { Settings } from '../../bridge/project.ts';
import { type Diagnostic, isAbout } from '../../core/diagnostic.ts';
import { success, type Result } from '../../core/result.ts';
import { findFiles } from '../../fs/find.ts';
import { readText } from '../../fs/read.ts';
import { accessOfFile, everybodyOf, opensAlone, type Access } from '../../sops/audit/access.ts';
import type { CreationRule } from '../../sops/creation-rules.ts';
import { parseEncrypted, type SopsFile } from '../../sops/encrypted-file.ts';
import { auditFile, unencrypted, type AuditCodes } from './audit-file.ts';

/** An encrypted file and who can open it: age recipients, and keys of other services as `SERVICE:KEY`. */
export interface AuditedFile {
  readonly path: string;
  /** Those who need nobody else. */
  readonly recipients: readonly string[];
  /** Of a file that takes several key groups: those who open it only together, and how many groups it takes. */
  readonly together?: Access & { readonly recipients: readonly string[] };
}

/** All recipients of a file. */
export function everybodyIn({ recipients, together }: AuditedFile): string[] {
  return [...recipients, ...(together?.recipients ?? [])];
}

/** A file that was looked at, whether it is encrypted or only should be. */
export interface Audited {
  readonly path: string;
  /** Undefined: it cannot be read as an encrypted file. */
  readonly file?: AuditedFile;
  readonly diagnostics: readonly Diagnostic[];
}

export interface AuditInput {
  /** Real path of the project root. */
  readonly root: string;
  readonly settings: Pick<Settings, 'stores' | 'manifestsDir'>;
  /** Stores of the project that `settings.stores` may not match. */
  readonly stores: readonly string[];
  /** Manifest files by their paths below the manifests folder, and whether they are to be encrypted. */
  readonly outputs: ReadonlyMap<string, boolean>;
  /** The rule that a file is compared with, or why there is none; undefined: it is looked at by itself. */
  readonly ruleFor: (path: string) => Result<CreationRule> | undefined;
  readonly codes: AuditCodes;
}

/** Looks at every store and at every file of the manifests folder that is encrypted or should be. No key is needed. */
export async function auditTree(input: AuditInput): Promise<Result<Audited[]>> {
  const { root, settings, stores } = input;
  const { manifestsDir } = settings;
  const [inStores, inTree] = await Promise.all([
    findFiles(root, settings.stores),
    findFiles(root, [`${manifestsDir}/**/*.yaml`, `${manifestsDir}/**/*.yml`]),
  ]);
  if (!inStores.ok) return inStores;
  if (!inTree.ok) return inTree;
  const storePaths = new Set([...inStores.value, ...stores]);
  const paths = [...new Set([...storePaths, ...inTree.value])].sort();
  return success(paths.flatMap((path) => auditPath(input, path, storePaths.has(path))));
}

function auditPath(input: AuditInput, path: string, isStore: boolean): Audited[] {
  const { root, codes, ruleFor } = input;
  const text = readText(join(root, path), path);
  if (!text.ok) return [{ path, diagnostics: text.diagnostics }];
  // Stores of other formats are sops' business.
  if (text.value === undefined || (path.endsWith('.ini') && /^\[sops\]/m.test(text.value)))
    return [];
  const parsed = mentionsBlock(text.value) ? parseEncrypted(text.value, path) : undefined;
  if (parsed === undefined || isUnencrypted(parsed)) {
    const why = isStore ? 'settings.stores takes it for a store' : whyEncrypted(input, path);
    if (why === undefined) return [];
    return [{ path, diagnostics: [unencrypted(path, codes.unencrypted, why)] }];
  }
  if (!parsed.ok) return [{ path, diagnostics: parsed.diagnostics }];
  const rule = ruleFor(path);
  const help = isStore
    ? `\`gantry secrets updatekeys ${path}\` brings it in line`
    : '`gantry manifests` brings it in line';
  const found = auditFile(parsed.value, {
    ...{ codes, help, isStore },
    rule: rule?.ok ? rule.value : undefined,
  });
  const missing = rule?.ok === false ? rule.diagnostics : [];
  return [{ path, file: describeFile(parsed.value), diagnostics: [...missing, ...found] }];
}

/** Told without reading the text as YAML: most files of a tree are not encrypted. */
function mentionsBlock(text: string): boolean {
  return /^["']?sops["']?[ \t]*:|^\? |^sops_/m.test(text) || /^\s*\{[^]*"sops"/.test(text);
}

function isUnencrypted(parsed: Result<SopsFile>): boolean {
  return !parsed.ok && parsed.diagnostics.every(isAbout('not encrypted'));
}

/** Why a manifest file should be encrypted; undefined for one that need not be. */
function whyEncrypted({ settings, outputs }: AuditInput, path: string): string | undefined {
  const wanted = outputs.get(path.slice(settings.manifestsDir.length + 1));
  if (wanted === true) return 'its module wants it encrypted';
  return wanted === undefined && basename(path).includes('.enc.')
    ? 'its name says that it is'
    : undefined;
}

function describeFile({ file, metadata }: SopsFile): AuditedFile {
  const access = accessOfFile(metadata);
  const everybody = everybodyOf(access);
  const alone = everybody.filter((recipient) => opensAlone(recipient, access));
  const others = everybody.filter((recipient) => !alone.includes(recipient));
  const together = others.length === 0 ? {} : { together: { recipients: others, ...access } };
  return { path: file, recipients: alone, ...together };
}
