import type { Command } from 'commander';
import { EXIT } from '../../core/exit-codes.ts';
import { describeObject } from '../../core/object.ts';
import { toDotted, toPointer } from '../../core/pointer.ts';
import type { ObjectChange } from '../../pipeline/diff/diff.ts';
import {
  toRunOptions,
  withCommonOptions,
  withReports,
  withSelection,
  type CommonArguments,
} from '../arguments.ts';
import { endWith } from '../end.ts';

interface Arguments extends CommonArguments {
  readonly against?: string;
  readonly exitCode?: boolean;
}

const DETAILS = `
Differences alone are no findings: the exit code is 0. Findings (rules upgrade/*, see \`gantry explain\`) are edits that
an API server refuses, which are errors, and removals that lose data, which are warnings.

Sealed values are compared without a key and never shown. A value is unchanged when its ciphertext is the same, or, in a
file that is not written yet, when the lock file says that its module and the ciphertexts it refers to are the same.
It is changed when these are others. Where a module changed, only a key can tell: run \`gantry manifests\`, then \`gantry diff\`.

Examples:
  gantry diff                               what the modules change in the tree of HEAD
  gantry diff --against origin/main         what a branch changes
  gantry diff --against ../other-checkout   another checkout, or a folder of manifest files
  gantry diff --only 'apps/*' --exit-code   1 when some of the modules change anything
  gantry diff --json | jq '.objects[]'`;

/** `gantry diff`: what changes in the cluster. */
export function addDiff(program: Command): void {
  withReports(withSelection(withCommonOptions(program.command('diff'))))
    .description(
      'compare what the modules give with the committed tree, object by object; flag what a cluster would refuse',
    )
    .option('--against <tree>', 'a revision of git, or a folder (default: HEAD)')
    .option('--bundle <file>', 'JSON file with { settings, bundle } that Nix evaluated already')
    .option('--exit-code', 'exit with 1 when there are differences')
    .addHelpText('after', DETAILS)
    .action(runDiff);
}

async function runDiff(given: Arguments): Promise<void> {
  const { diff } = await import('../../pipeline/diff/diff.ts');
  const { needHelmFindings } = await import('../need-helm.ts');
  const { describeDifferences } = await import('../show-differences.ts');
  const { against = 'HEAD' } = given;
  const options = { ...toRunOptions(given), against };
  const result = await diff(options);
  await endWith({ given, options, result }, ({ changes, generated, diagnostics }) => ({
    text: describeDifferences(changes, against),
    diagnostics: [...diagnostics, ...needHelmFindings(generated, false)],
    members: toJson(changes, against),
  }));
  const differs = given.exitCode === true && result.ok && result.value.changes.length > 0;
  if (differs && process.exitCode === EXIT.done) process.exitCode = EXIT.findings;
}

function toJson(changes: readonly ObjectChange[], against: string): Record<string, unknown> {
  const count = (wanted: ObjectChange['change']) =>
    changes.filter(({ change }) => change === wanted).length;
  return {
    against,
    objects: changes.map(({ change, file, movedFrom, object, fields }) => ({
      change,
      object: describeObject(object),
      file,
      movedFrom,
      fields: fields.map(({ op, path, from, named, before, after, sealed }) => ({
        op,
        field: toDotted(named),
        pointer: path === undefined ? undefined : toPointer(path),
        from: from === undefined ? undefined : toPointer(from),
        before,
        after,
        sealed,
      })),
    })),
    summary: { added: count('added'), changed: count('changed'), removed: count('removed') },
  };
}
