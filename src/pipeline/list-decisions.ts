import { isAbout, type Diagnostic } from '../core/diagnostic.ts';
import { success, type Result } from '../core/result.ts';
import { describeReason } from './reasons.ts';
import { gmanifests } from './gmanifests.ts';
import { manifests } from './manifests.ts';
import type { RunOptions } from './options.ts';
import { prepare } from './prepare.ts';

/** A file of the tree and what a run would do to it; `undecided` where only a key can tell. */
export interface ListedFile {
  readonly path: string;
  readonly action: 'created' | 'updated' | 'unchanged' | 'removed' | 'undecided';
  readonly reasons: readonly string[];
}

/** What `gantry umanifests` shows. */
export interface DecisionList {
  readonly files: readonly ListedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Lists what would change and why. By value where an identity opens the files; else as far as the lock file tells. */
export async function listDecisions(options: RunOptions): Promise<Result<DecisionList>> {
  const dry = await manifests({ ...options, dryRun: true }, { stage: (_name, work) => work() });
  if (dry.ok) {
    const { changes, removed, diagnostics } = dry.value;
    const files = changes.map(({ path, action, reasons }) => ({
      path,
      action,
      reasons: reasons.map(describeReason),
    }));
    const gone = removed.map((path) => ({
      path,
      action: 'removed' as const,
      reasons: ['no module makes it any more'],
    }));
    return success({ files: [...files, ...gone], diagnostics });
  }
  const needsKey = dry.diagnostics.some(isAbout('no key'));
  return needsKey ? withoutKey(options) : dry;
}

async function withoutKey(options: RunOptions): Promise<Result<DecisionList>> {
  const generated = await gmanifests(options);
  if (!generated.ok) return generated;
  const prepared = await prepare(generated.value, options);
  if (!prepared.ok) return prepared;
  const files = prepared.value.decisions.map(({ file, reasons }): ListedFile => {
    const open = file.encrypt ? 'undecided' : 'updated';
    return {
      path: file.path,
      action: reasons.length === 0 ? 'unchanged' : open,
      reasons: reasons.map(describeReason),
    };
  });
  return success({ files, diagnostics: generated.value.diagnostics });
}
