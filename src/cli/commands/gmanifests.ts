import type { Command } from 'commander';
import type { Bundle } from '../../bridge/bundle.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { exitCodeFor } from '../../core/exit-codes.ts';
import { canonicalJson, type Json } from '../../core/json.ts';
import { printableJson } from '../../core/printable.ts';
import { success, type Result } from '../../core/result.ts';
import type { Generated } from '../../pipeline/gmanifests.ts';
import {
  toRunOptions,
  withCommonOptions,
  withSelection,
  type CommonArguments,
} from '../arguments.ts';
import { endWith } from '../end.ts';
import { count } from '../../core/words.ts';
import { give } from '../output.ts';
import { makeObserver } from '../progress.ts';
import { jsonDocument } from '../reporters/json.ts';

interface Arguments extends CommonArguments {
  readonly out?: string;
  readonly withSealed?: boolean;
}

const EXAMPLES = `
Examples:
  gantry gmanifests --json | jq '.modules | keys'     what was evaluated
  gantry gmanifests --out /tmp/look --with-sealed    the YAML, with [sealed] for what is encrypted`;

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
    .addHelpText('after', EXAMPLES)
    .action(runGmanifests);
}

async function runGmanifests(given: Arguments): Promise<void> {
  const { gmanifests, gmanifestsAnyway } = await import('../../pipeline/gmanifests.ts');
  const { summarizeGenerated } = await import('../../pipeline/summaries.ts');
  const options = toRunOptions(given);
  const observer = await makeObserver(given.json ?? false);
  const isOut = given.out !== undefined;
  const generate = given.json && !isOut ? gmanifestsAnyway : gmanifests;
  const result = await observer.stage('gmanifests', () => generate(options), summarizeGenerated);
  const exported = result.ok ? await exportTo(result.value, given) : success('');
  const failed = exported.ok ? [] : exported.diagnostics;
  if (given.json) {
    const diagnostics = [...(result.ok ? result.value.diagnostics : result.diagnostics), ...failed];
    printBundle(result.ok ? result.value.bundle : undefined, diagnostics);
    return;
  }
  await endWith({ given, options, result }, ({ diagnostics }) => ({
    news: exported.ok ? exported.value : '',
    diagnostics: [...diagnostics, ...failed],
  }));
}

/** The bundle, its keys in the order of its contract, and the findings as members behind its own. */
function printBundle(bundle: Bundle | undefined, diagnostics: readonly Diagnostic[]): void {
  const members =
    bundle === undefined ? '' : canonicalJson({ ...bundle } as unknown as Json).slice(1, -1);
  const findings = JSON.stringify(jsonDocument(diagnostics, {})).slice(1, -1);
  const text = [members, findings].filter((part) => part !== '').join(',');
  give(printableJson(`{${text}}\n`));
  process.exitCode = exitCodeFor(diagnostics);
}

/** Writes the files that were asked for, and gives a line that says so. */
async function exportTo(
  generated: Generated,
  { out, withSealed = false }: Arguments,
): Promise<Result<string>> {
  if (out === undefined) return success('');
  const { exportManifests } = await import('../../pipeline/export.ts');
  const written = await exportManifests(generated, { folder: out, withSealed, cwd: process.cwd() });
  return written.ok ? success(`${count(written.value, 'file')} written below ${out}\n`) : written;
}
