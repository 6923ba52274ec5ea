import { dirname, join } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Result } from '../core/result.ts';
import { takeRunLock } from '../fs/run-lock.ts';
import { removeLeftovers } from '../fs/temporary.ts';
import type { Change } from './emanifests.ts';
import { gmanifests, type Generated } from './gmanifests.ts';
import type { Observer } from './observer.ts';
import type { RunOptions } from './options.ts';
import { summarizeGenerated } from './summaries.ts';

/** What a whole run did, or would do when it is dry. */
export interface Report {
  readonly generated: Generated;
  readonly changes: readonly Change[];
  /** Removed files, relative to the project root. */
  readonly removed: readonly string[];
  readonly references: number;
  readonly lockWritten: boolean;
  readonly dryRun: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * All four stages. Nothing is written unless every stage before succeeded for every module. A dry run does
 * everything but the writing.
 */
export async function manifests(
  options: RunOptions & { readonly dryRun: boolean },
  observer: Observer,
): Promise<Result<Report>> {
  const generated = await observer.stage(
    'gmanifests',
    () => gmanifests(options, () => import('./later-stages.ts')),
    summarizeGenerated,
  );
  if (!generated.ok) return generated;
  const { finish } = await import('./later-stages.ts');
  if (options.dryRun) return finish(generated.value, options, observer);
  const lock = await takeRunLock(generated.value.root, options.environment);
  if (!lock.ok) return lock;
  try {
    await clean(generated.value);
    return await finish(generated.value, options, observer);
  } finally {
    await lock.value.release();
  }
}

/** Removes what a killed run left behind. */
async function clean({ root, settings }: Generated): Promise<void> {
  await removeLeftovers(join(root, settings.manifestsDir), true);
  await removeLeftovers(dirname(join(root, settings.lockFile)), false);
}
