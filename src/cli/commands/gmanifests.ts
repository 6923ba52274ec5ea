import type { Command } from 'commander';
import { canonicalJson, type Json } from '../../core/json.ts';
import {
  toRunOptions,
  withCommonOptions,
  withSelection,
  type CommonArguments,
} from '../arguments.ts';
import { endCommand } from '../end.ts';
import { makeObserver } from '../progress.ts';

interface Arguments extends CommonArguments {
  readonly out?: string;
  readonly withSealed?: boolean;
}

/** `gantry gmanifests`: the first stage alone. */
export function addGmanifests(program: Command): void {
  withSelection(withCommonOptions(program.command('gmanifests')))
    .description(
      'evaluate and validate the modules; print the bundle (--json) or write its YAML (--out)',
    )
    .option(
      '--out <dir>',
      'write manifest files with placeholders intact; files that would be encrypted are left out',
    )
    .option('--with-sealed', 'with --out: write those files too, with [sealed] at encrypted paths')
    .action(runGmanifests);
}

async function runGmanifests(given: Arguments): Promise<void> {
  const { gmanifests } = await import('../../pipeline/gmanifests.ts');
  const { summarizeGenerated } = await import('../../pipeline/summaries.ts');
  const { findRoot } = await import('../find-root.ts');
  const options = toRunOptions(given);
  const observer = await makeObserver(given.json ?? false);
  const result = await observer.stage('gmanifests', () => gmanifests(options), summarizeGenerated);
  const root = await findRoot(options);
  if (!result.ok) {
    // stdout belongs to the bundle, so the findings go to stderr even with --json.
    endCommand({ json: false, diagnostics: result.diagnostics, root });
    return;
  }
  const diagnostics = [...result.value.diagnostics];
  if (given.out !== undefined) {
    const { exportManifests } = await import('../../pipeline/export.ts');
    const written = await exportManifests(result.value, {
      folder: given.out,
      withSealed: given.withSealed ?? false,
      cwd: options.cwd,
    });
    if (!written.ok) diagnostics.push(...written.diagnostics);
    else if (!given.json)
      process.stdout.write(`${written.value} files written below ${given.out}\n`);
  }
  if (given.json)
    process.stdout.write(`${canonicalJson(result.value.bundle as unknown as Json)}\n`);
  endCommand({ json: false, diagnostics, root });
}
