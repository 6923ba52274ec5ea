import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { errorAt, type Diagnostic, type Origin } from '../core/diagnostic.ts';
import type { ManifestFile } from '../core/manifest-file.ts';
import { failure, success, type Result } from '../core/result.ts';
import { libraryFolder } from '../nix/library.ts';
import type { RuleSettings } from '../validation/settings.ts';
import type { UserRule } from '../validation/user-rules/define-rule.ts';
import { readRules } from '../validation/user-rules/read-rules.ts';
import { runUserRules } from '../validation/user-rules/run-rules.ts';

const FILE = 'gantry.rules.ts';

interface Project {
  /** Real path of the project root. */
  readonly root: string;
  readonly settings: RuleSettings;
  readonly files: readonly ManifestFile[];
}

/** What the rules of gantry.rules.ts find; nothing is loaded where there is no such file. */
export async function userFindings(project: Project): Promise<readonly Diagnostic[]> {
  const rules = await loadUserRules(project.root);
  if (!rules.ok) return rules.diagnostics;
  return runUserRules(rules.value, project, (rule, error) => ({
    ...problem(project.root, `${rule.id} failed: ${textOf(error)}`, error),
    code: 'config/rule-failed',
  }));
}

/** The rules of a project; none without gantry.rules.ts. Code `config/rules` when the file cannot be used. */
export async function loadUserRules(root: string): Promise<Result<readonly UserRule[]>> {
  const path = join(root, FILE);
  if (!existsSync(path)) return success([]);
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
    exported = await jiti.import(path, { default: true });
  } catch (error) {
    return failure(problem(root, `${FILE} cannot be loaded: ${textOf(error)}`, error));
  }
  const { rules, problems } = readRules(exported);
  if (problems.length === 0) return success(rules);
  return failure(
    ...problems.map((text) => errorAt('config/rules', `${FILE}: ${text}`, { file: FILE })),
  );
}

function problem(root: string, message: string, error: unknown): Diagnostic {
  const origin = originOf(error, root);
  return errorAt('config/rules', message, {
    file: FILE,
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
