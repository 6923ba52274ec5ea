import { join } from 'node:path';
import type { Settings } from '../bridge/project.ts';
import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { sha256 } from '../core/digest.ts';
import { failure, success, type Result } from '../core/result.ts';
import { publicFile, type WrittenFile } from '../core/written-file.ts';
import { readText } from '../fs/read.ts';
import { removeFiles, stageFiles, type StagedFiles } from '../fs/write.ts';
import type { Change } from './emanifests.ts';
import { printLock, type LockEntry, type LockFile } from './lock-file.ts';

interface Tree {
  readonly root: string;
  readonly settings: Settings;
  /** The lock file before the run, and its text. */
  readonly lock: LockFile;
  readonly lockText: string | undefined;
  readonly changes: readonly Change[];
  /** Outputs that keep their lock line although this run does not make them. */
  readonly kept: readonly string[] | 'all';
  readonly adopt: boolean;
}

/** What is to be done to the tree: nothing is written while this is made. */
export interface WritePlan {
  readonly files: readonly WrittenFile[];
  /** Files of the lock that no module makes any more, relative to the manifests folder. */
  readonly removed: readonly string[];
  readonly lockBefore?: WrittenFile;
  readonly lockAfter?: WrittenFile;
}

/**
 * Decides what to write and remove. A file that no module makes any more is removed when it is as Gantry wrote it;
 * edited by hand it stops the run (`use/edited-leftover`) unless `adopt` gives it up.
 */
export function planWrites(tree: Tree): Result<WritePlan> {
  const entries = entriesAfter(tree);
  const gone = [...new Set([...tree.lock.entries.keys(), ...tree.lock.pending])].filter(
    (output) => tree.kept !== 'all' && !entries.has(output),
  );
  const edited = editedLeftovers(tree, gone);
  if (!edited.ok) return edited;
  if (edited.value.length > 0) return failure(...edited.value);
  const files = tree.changes.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const { lockFile } = tree.settings;
  const after = printLock({ entries, pending: new Set() });
  if (files.length === 0 && gone.length === 0) {
    const lock = after === tree.lockText ? {} : { lockAfter: publicFile(lockFile, after) };
    return success({ files, removed: gone, ...lock });
  }
  const before = printLock({ entries: tree.lock.entries, pending: pendingOutputs(tree) });
  return success({
    files,
    removed: gone,
    ...(before === tree.lockText ? {} : { lockBefore: publicFile(lockFile, before) }),
    lockAfter: publicFile(lockFile, after),
  });
}

/**
 * Carries a plan out: every file is fully written beside its target first, then the lock with the new paths as pending,
 * then the renames, the removals, and the lock as it is to be. A failure before the renames leaves the tree as it was.
 */
export async function writeTree(
  root: string,
  manifestsDir: string,
  plan: WritePlan,
): Promise<Result<void>> {
  const groups = [asList(plan.lockBefore), plan.files, asList(plan.lockAfter)];
  const staged: StagedFiles[] = [];
  for (const files of groups) {
    const group = await stageFiles(root, files);
    if (!group.ok) {
      for (const earlier of staged) await earlier.discard();
      return group;
    }
    staged.push(group.value);
  }
  const [lockBefore, files, lockAfter] = staged;
  const removed = plan.removed.map((output) => `${manifestsDir}/${output}`);
  const steps = [
    () => lockBefore?.commit(),
    () => files?.commit(),
    () => removeFiles(root, manifestsDir, removed),
    () => lockAfter?.commit(),
  ];
  for (const step of steps) {
    const done = await step();
    if (done?.ok === false) {
      for (const group of staged) await group.discard();
      return done;
    }
  }
  return success(undefined);
}

function entriesAfter({ lock, changes, kept }: Tree): Map<string, LockEntry> {
  const carried = [...lock.entries].filter(([output]) => kept === 'all' || kept.includes(output));
  return new Map([...carried, ...changes.map(({ output, entry }) => [output, entry] as const)]);
}

function pendingOutputs({ lock, changes }: Tree): Set<string> {
  const created = changes.filter(
    ({ file, output }) => file !== undefined && !lock.entries.has(output),
  );
  return new Set(created.map(({ output }) => output));
}

function editedLeftovers(tree: Tree, gone: readonly string[]): Result<Diagnostic[]> {
  const findings: Diagnostic[] = [];
  for (const output of gone) {
    const path = `${tree.settings.manifestsDir}/${output}`;
    const text = readText(join(tree.root, path), path);
    if (!text.ok) return text;
    const entry = tree.lock.entries.get(output);
    const isOurs =
      entry === undefined || text.value === undefined || entry.written.includes(sha256(text.value));
    if (!isOurs && !tree.adopt) findings.push(editedLeftover(path));
  }
  return success(findings);
}

function editedLeftover(path: string): Diagnostic {
  return errorAt(
    'use/edited-leftover',
    `no module makes ${path} any more, and it was edited by hand`,
    {
      file: path,
      help: 'delete it yourself, or let Gantry remove it with --adopt',
    },
  );
}

function asList(file: WrittenFile | undefined): readonly WrittenFile[] {
  return file === undefined ? [] : [file];
}
