import type { Command } from 'commander';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { errorAt } from '../../core/diagnostic.ts';
import { didYouMean } from '../../core/near-miss.ts';
import { libraryFolder } from '../../nix/library.ts';
import { success } from '../../core/result.ts';
import { toRunOptions } from '../arguments.ts';
import { endCommand } from '../end.ts';

/** `gantry explain`: the page of a rule. */
export function addExplain(program: Command): void {
  program
    .command('explain [rule]')
    .description(
      'print the page of a rule: what it finds, why, how to turn it off; without one, list them',
    )
    .action(runExplain);
}

async function runExplain(rule: string | undefined): Promise<void> {
  const folder = join(libraryFolder(), 'docs', 'rules');
  const rules = await listRules(folder);
  if (rule !== undefined && rules.includes(rule)) {
    process.stdout.write(await readFile(join(folder, `${rule}.md`), 'utf8'));
    return;
  }
  const own = await ownRules();
  if (!own.ok) {
    endCommand({ json: false, diagnostics: own.diagnostics });
    return;
  }
  const ids = own.value.map(({ id }) => id);
  if (rule === undefined) {
    process.stdout.write([...rules, ...ids].map((name) => `${name}\n`).join(''));
    return;
  }
  const found = own.value.find(({ id }) => id === rule);
  if (found !== undefined) {
    const { id, title, severity } = found;
    process.stdout.write(
      `# ${id}\n\n${title}\n\nDefault severity: ${severity}. A rule of gantry.rules.ts.\n`,
    );
    return;
  }
  const help = didYouMean(rule, [...rules, ...ids]) ?? 'run `gantry explain` for the list';
  endCommand({
    json: false,
    diagnostics: [errorAt('use/rule', `there is no page for a rule ${rule}`, { help })],
  });
}

/** The rules of the project that the working folder belongs to, if any. */
async function ownRules() {
  const { projectRoot } = await import('../../pipeline/project-root.ts');
  const { loadUserRules } = await import('../../pipeline/user-rules.ts');
  const root = await projectRoot(toRunOptions({}));
  return root.ok ? loadUserRules(root.value) : success([]);
}

async function listRules(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -'.md'.length).split(sep).join('/'))
    .sort();
}
