import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errorAt, type Diagnostic, type Origin } from '../core/diagnostic.ts';
import type { ManifestFile } from '../core/manifest-file.ts';
import { failure, success, type Result } from '../core/result.ts';
import { libraryFolder } from '../nix/library.ts';
import type { RuleSettings } from '../validation/settings.ts';
import type { UserRule } from '../validation/user-rules/define-rule.ts';
import { readRules } from '../validation/user-rules/read-rules.ts';
import { treeEntries, treeFile, type TreeEntry } from '../validation/schema/tree-object.ts';
import { checkOwnRuleSettings } from './rule-settings.ts';
import { runUserRules } from '../validation/user-rules/run-rules.ts';

const FILE = 'gantry.rules.ts';

interface Objects {
  /** The folder that paths are relative to. */
  readonly root: string;
  readonly settings: RuleSettings;
  readonly entries: readonly TreeEntry[];
}

interface Project {
  /** Real path of the project root. */
  readonly root: string;
  readonly settings: RuleSettings;
  readonly files: readonly ManifestFile[];
}

/** What the rules of gantry.rules.ts find; nothing is loaded where there is no such file. */
export async function projectFindings({
  root,
  settings,
  files,
}: Project): Promise<readonly Diagnostic[]> {
  if (!existsSync(join(root, FILE))) return [];
  const rules = await loadRules({ root, file: FILE });
  if (!rules.ok) return rules.diagnostics;
  const entries = treeEntries(files.map(treeFile));
  return runRules(rules.value, { root, file: FILE }, { settings, entries });
}

/** What the rules of a file find. */
export async function userFindings(file: string, objects: Objects): Promise<readonly Diagnostic[]> {
  const place = { root: objects.root, file };
  const rules = await loadRules(place);
  return rules.ok ? runRules(rules.value, place, objects) : rules.diagnostics;
}

function runRules(
  rules: readonly UserRule[],
  place: Place,
  objects: Pick<Objects, 'settings' | 'entries'>,
): Diagnostic[] {
  const ids = rules.map(({ id }) => id);
  const found = runUserRules(rules, objects, (rule, error) => ({
    ...problem(place, `${rule.id} failed: ${textOf(error)}`, error),
    code: 'config/rule-failed',
  }));
  return [...checkOwnRuleSettings(place.root, objects.settings, ids), ...found];
}

/** The rules of a project; none without gantry.rules.ts. */
export async function loadUserRules(root: string): Promise<Result<readonly UserRule[]>> {
  return existsSync(join(root, FILE)) ? loadRules({ root, file: FILE }) : success([]);
}

interface Place {
  readonly root: string;
  /** Relative to the root. */
  readonly file: string;
}

/** Code `config/rules` when the file cannot be used. */
async function loadRules(place: Place): Promise<Result<readonly UserRule[]>> {
  const { root, file } = place;
  const { createJiti } = await import('jiti');
  // One way of loading on every version of Node, nothing left behind in the project.
  const jiti = createJiti(join(root, '/'), {
    fsCache: false,
    moduleCache: false,
    tryNative: false,
    alias: { gantry: join(libraryFolder(), 'dist', 'index.js') },
  });
  let exported: unknown;
  try {
    exported = await jiti.import(resolve(root, file), { default: true });
  } catch (error) {
    return failure(problem(place, `${file} cannot be loaded: ${textOf(error)}`, error));
  }
  const { rules, problems } = readRules(exported);
  if (problems.length === 0) return success(rules);
  return failure(...problems.map((text) => errorAt('config/rules', `${file}: ${text}`, { file })));
}

function problem({ root, file }: Place, message: string, error: unknown): Diagnostic {
  const origin = originOf(error, root);
  return errorAt('config/rules', message, {
    file,
    ...(origin === undefined ? {} : { origin }),
  });
}

/** The first line: what follows are places, which are told as such. */
function textOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n', 1)[0] ?? '').trim();
}

/** The first place in the project that a stack, or the message of a parser, names. */
function originOf(error: unknown, root: string): Origin | undefined {
  const stack = error instanceof Error ? (error.stack ?? error.message) : '';
  for (const [, path, line, column] of stack.matchAll(/(\/[^\s()]+?):(\d+):(\d+)/g)) {
    if (path?.startsWith(`${root}/`) === true)
      return { file: path.slice(root.length + 1), line: Number(line), column: Number(column) };
  }
  return undefined;
}
