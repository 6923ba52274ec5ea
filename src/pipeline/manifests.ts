import { dirname, join } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import { success, type Result } from '../core/result.ts';
import { takeRunLock } from '../fs/run-lock.ts';
import { removeLeftovers } from '../fs/temporary.ts';
import { emanifests, type Change } from './emanifests.ts';
import { gmanifests, type Generated } from './gmanifests.ts';
import type { Observer } from './observer.ts';
import type { RunOptions } from './options.ts';
import { prepare, type Prepared } from './prepare.ts';
import { count, summarizeGenerated } from './summaries.ts';
import { umanifests, type ComparedFiles } from './umanifests.ts';
import { vmanifests, type ResolvedFiles } from './vmanifests.ts';
import { planWrites, writeTree, type WritePlan } from './write-tree.ts';

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
    () => gmanifests(options),
    summarizeGenerated,
  );
  if (!generated.ok) return generated;
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

async function finish(
  generated: Generated,
  options: RunOptions & { readonly dryRun: boolean },
  observer: Observer,
): Promise<Result<Report>> {
  const resolved = await observer.stage(
    'vmanifests',
    () => resolve(generated, options),
    summarizeResolved,
  );
  if (!resolved.ok) return resolved;
  const { prepared, files } = resolved.value;
  const compared = await observer.stage(
    'umanifests',
    () => umanifests(files.files, prepared.identities, options.adopt),
    (value) => summarizeCompared(prepared, value),
  );
  if (!compared.ok) return compared;
  const written = await observer.stage(
    'emanifests',
    () => write(prepared, compared.value, options),
    ({ changes, plan }) => summarizeWritten(changes, plan),
  );
  if (!written.ok) return written;
  const { changes, plan } = written.value;
  const { manifestsDir } = generated.settings;
  return success({
    generated,
    changes,
    removed: plan.removed.map((output) => `${manifestsDir}/${output}`),
    references: files.references,
    lockWritten: plan.lockAfter !== undefined && !options.dryRun,
    dryRun: options.dryRun,
    diagnostics: [
      ...generated.diagnostics,
      ...files.diagnostics,
      ...compared.value.diagnostics,
      ...changes.flatMap((change) => change.diagnostics),
    ],
  });
}

interface Resolution {
  readonly prepared: Prepared;
  readonly files: ResolvedFiles;
}

async function resolve(generated: Generated, options: RunOptions): Promise<Result<Resolution>> {
  const prepared = await prepare(generated, options);
  if (!prepared.ok) return prepared;
  const files = await vmanifests(prepared.value.decisions, {
    stores: prepared.value.stores,
    registry: generated.registry,
  });
  return files.ok ? success({ prepared: prepared.value, files: files.value }) : files;
}

async function write(
  prepared: Prepared,
  compared: ComparedFiles,
  options: RunOptions & { readonly dryRun: boolean },
): Promise<Result<{ changes: readonly Change[]; plan: WritePlan }>> {
  const { generated, lock } = prepared;
  const changes = await emanifests(prepared.decisions, compared.files, options);
  if (!changes.ok) return changes;
  const plan = planWrites({
    root: generated.root,
    settings: generated.settings,
    lock: lock.lock,
    lockText: lock.text,
    changes: changes.value,
    kept: generated.partial ? 'all' : generated.needHelm.map(({ output }) => output),
    adopt: options.adopt,
  });
  if (!plan.ok) return plan;
  if (!options.dryRun) {
    const done = await writeTree(generated.root, generated.settings.manifestsDir, plan.value);
    if (!done.ok) return done;
  }
  return success({ changes: changes.value, plan: plan.value });
}

/** Removes what a killed run left behind. */
async function clean({ root, settings }: Generated): Promise<void> {
  await removeLeftovers(join(root, settings.manifestsDir), true);
  await removeLeftovers(dirname(join(root, settings.lockFile)), false);
}

function summarizeResolved({ files }: Resolution): string {
  return `${count(files.references, 'secret')} resolved`;
}

function summarizeCompared(prepared: Prepared, { files }: ComparedFiles): string {
  const open = prepared.decisions.filter(({ reasons }) => reasons.length > 0).length;
  return `${prepared.decisions.length - open} unchanged, ${open} to do, ${files.length} of them encrypted`;
}

function summarizeWritten(changes: readonly Change[], plan: WritePlan): string {
  const written = changes.filter(({ action }) => action !== 'unchanged').length;
  return `${count(written, 'file')} changed, ${plan.removed.length} removed`;
}
