import { isAbout } from '../../core/diagnostic.ts';
import { join } from 'node:path';
import type { Settings } from '../../bridge/project.ts';
import { success, type Result } from '../../core/result.ts';
import { readText } from '../../fs/read.ts';
import { walkFiles } from '../../fs/walk.ts';
import { parseEncrypted } from '../../sops/encrypted-file.ts';
import type { CreationRules } from '../creation-rules.ts';

const STORE = /\.(?:ya?ml|json|env)$/;

/**
 * The encrypted files of a project that a creation rule of .sops.yaml matches, but for its manifest files. What cannot be
 * read as a store is left out: only those that the settings name have to be.
 */
export async function storesOfRules(
  root: string,
  { manifestsDir }: Pick<Settings, 'manifestsDir'>,
  rules: CreationRules,
): Promise<Result<string[]>> {
  const files = await walkFiles(root, (path) => path === manifestsDir);
  if (!files.ok) return files;
  const matched = files.value.filter((path) => STORE.test(path) && isMatched(rules, path));
  return success(matched.filter((path) => isStore(root, path)));
}

function isMatched(rules: CreationRules, path: string): boolean {
  const rule = rules.ruleFor(path);
  return rule.ok || !rule.diagnostics.some(isAbout('no rule'));
}

function isStore(root: string, path: string): boolean {
  const text = readText(join(root, path), path);
  if (!text.ok || !text.value?.includes('sops')) return false;
  return parseEncrypted(text.value, path).ok;
}
