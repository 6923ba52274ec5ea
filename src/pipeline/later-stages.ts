import type { Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { count } from '../core/words.ts';
import { emanifests, type Change } from './emanifests.ts';
import type { Generated } from './gmanifests.ts';
import type { Report } from './manifests.ts';
import type { Observer } from './observer.ts';
import type { RunOptions } from './options.ts';
import { prepare, type Prepared } from './prepare.ts';
import { umanifests, type ComparedFiles } from './umanifests.ts';
import { vmanifests, type ResolvedFiles } from './vmanifests.ts';
import { planWrites, writeTree, type WritePlan } from './write-tree.ts';

/** The stages behind gmanifests, for a run that holds the run lock or is dry. */
export async function finish(
  generated: Generated,
  options: RunOptions & { readonly dryRun: boolean },
  observer: Observer,
): Promise<Result<Report>> {
  // Git is asked while stores are opened.
  const { committedTree, upgradeWarnings } = await import('./diff/upgrade-warnings.ts');
  const former = committedTree(generated);
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
  const warnings = await upgradeWarnings(await former, prepared, options);
  return success({
    generated,
    changes,
    removed: plan.removed.map((output) => `${generated.settings.manifestsDir}/${output}`),
    references: files.references,
    lockWritten: plan.lockAfter !== undefined && !options.dryRun,
    dryRun: options.dryRun,
    diagnostics: [
      ...generated.diagnostics,
      ...resolved.value.diagnostics,
      ...files.diagnostics,
      ...compared.value.diagnostics,
      ...changes.flatMap((change) => change.diagnostics),
      ...warnings,
    ],
  });
}

interface Resolution {
  readonly prepared: Prepared;
  readonly files: ResolvedFiles;
  /** What is to be known of recipients. */
  readonly diagnostics: readonly Diagnostic[];
}

async function resolve(generated: Generated, options: RunOptions): Promise<Result<Resolution>> {
  const prepared = await prepare(generated, options);
  if (!prepared.ok) return prepared;
  const found = [...prepared.value.diagnostics, ...(await newOnes(prepared.value, options))];
  if (found.some(({ severity }) => severity === 'error')) return failure(...found);
  const files = await vmanifests(prepared.value.decisions, {
    ...prepared.value,
    registry: generated.registry,
  });
  if (!files.ok) return files;
  return success({ prepared: prepared.value, files: files.value, diagnostics: found });
}

/** Told only when something is about to be encrypted: who is new then is new to those files. */
async function newOnes(
  { decisions, generated }: Prepared,
  options: RunOptions,
): Promise<readonly Diagnostic[]> {
  const open = decisions.filter(({ reasons, file }) => file.encrypt && reasons.length > 0);
  if (open.length === 0) return [];
  const { newRecipientsOf } = await import('./recipients/of-run.ts');
  return newRecipientsOf(open, generated, options);
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
