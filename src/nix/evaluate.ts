import { join } from 'node:path';
import { conflictIn } from '../core/conflict-marker.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { readText } from '../fs/read.ts';
import { partArguments, type Selection } from './arguments.ts';
import { diagnose, failingModule, type Folders } from './diagnose.ts';
import type { Evaluator } from './evaluator.ts';
import type { Evaluated } from './run-nix.ts';
import { separate } from './separate.ts';
import { inWorkingTree } from './working-tree.ts';

/** What to evaluate, by whom, and how places in messages are told. */
export interface Evaluation extends Selection, Folders {
  readonly evaluator: Evaluator;
  /** Whether the files are those of a flake's source, whose places are those of the working tree. */
  readonly inFlake: boolean;
}

/**
 * Evaluates a project in one `nix eval --json`. When a module fails it is dropped and the rest evaluated again, so
 * that every broken module is reported: k failures cost k + 1 runs. A failure outside any module ends at once.
 */
export async function evaluate(evaluation: Evaluation): Promise<Result<Evaluated>> {
  const { evaluator, inFlake, projectRoot } = evaluation;
  const diagnostics: Diagnostic[] = [];
  const excluded = new Set<string>();
  for (;;) {
    const ended = await evaluator.run(partArguments(evaluation, [...excluded]));
    if (ended.ok) {
      if (diagnostics.length > 0) return failure(...withoutRepeats(diagnostics));
      return success(ended.evaluated);
    }
    if (ended.error === undefined) return failure(...diagnostics, ...ended.crash);
    const error = inFlake ? inWorkingTree(ended.error, projectRoot) : ended.error;
    diagnostics.push(
      ...separate(error).map((mistake) =>
        insteadOfConflict(diagnose(mistake, evaluation), projectRoot),
      ),
    );
    const module = failingModule(error);
    if (module === undefined || excluded.has(module) || sameFailures(diagnostics) >= MOST_REPEATS) {
      return failure(...withoutRepeats(diagnostics));
    }
    excluded.add(module);
  }
}

/** What Nix says of the syntax of a file that git could not merge has that cause. */
function insteadOfConflict(diagnostic: Diagnostic, root: string): Diagnostic {
  const { message, origin } = diagnostic;
  if (origin === undefined || !message.includes('syntax error')) return diagnostic;
  const text = readText(join(root, origin.file), origin.file);
  return conflictIn((text.ok ? text.value : undefined) ?? '', origin.file) ?? diagnostic;
}

/** A mistake in a file that every module reads fails every module alike: this many times is enough to know. */
const MOST_REPEATS = 3;

function sameFailures(diagnostics: readonly Diagnostic[]): number {
  const last = diagnostics.at(-1);
  return diagnostics.filter(
    (diagnostic) => last !== undefined && identity(diagnostic) === identity(last),
  ).length;
}

/** Keeps the first of findings that differ in the module alone. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [
    ...new Map(diagnostics.toReversed().map((found) => [identity(found), found])).values(),
  ].reverse();
}

function identity({ message, origin, file }: Diagnostic): string {
  return JSON.stringify([message, origin ?? file]);
}
