import { errorAt, infoAt, type Diagnostic } from '../core/diagnostic.ts';
import { success, type Result } from '../core/result.ts';
import type { Decision } from './decide.ts';
import { describeReason, type Reason } from './reasons.ts';
import { emanifests } from './emanifests.ts';
import { entryOf } from './facts.ts';
import { gmanifests, type Generated } from './gmanifests.ts';
import { printLock, type LockEntry } from './lock-file.ts';
import type { RunOptions } from './options.ts';
import { prepare, type Prepared } from './prepare.ts';
import { knownRecipients } from './recipients/known.ts';
import type { NamedRecipient } from './recipients/named.ts';
import { namedInProject, newInProject, type ProjectRecipients } from './recipients/of-project.ts';
import { auditProject, type ProjectAudit } from './secrets/audit-project.ts';
import { unusedKeys } from './secrets/unused.ts';
import { umanifests } from './umanifests.ts';
import { vmanifests } from './vmanifests.ts';

/** What a check found; the tree is consistent when no diagnostic is an error. */
export interface CheckReport {
  readonly generated: Generated;
  readonly files: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Shows, without any key, whether the tree is what modules, stores, rules and lock say. It finds drift, not
 * forgery: who can write the repository can forge all of them. With `decrypt` and a key, every encrypted file is opened
 * and compared by value too.
 */
export async function check(
  options: RunOptions & { readonly decrypt: boolean },
): Promise<Result<CheckReport>> {
  const generated = await gmanifests(options);
  if (!generated.ok) return generated;
  const prepared = await prepare(generated.value, options);
  if (!prepared.ok) return prepared;
  const audited = await auditProject(prepared.value);
  if (!audited.ok) return audited;
  const { ofOutputs, others } = audited.value;
  const recipients = await newRecipients(prepared.value, audited.value, options);
  const consistency = [
    ...prepared.value.decisions.flatMap((decision) =>
      checkFile(decision, prepared.value, ofOutputs.get(decision.file.path) ?? []),
    ),
    ...others,
  ];
  const diagnostics = [
    ...generated.value.diagnostics,
    ...prepared.value.diagnostics,
    ...recipients.diagnostics,
    ...consistency.map((found) => knowThemFirst(found, recipients.added)),
    ...(generated.value.partial ? [] : checkExtra(prepared.value)),
    ...(await unusedKeys(generated.value, prepared.value.stores)),
  ];
  const compared = options.decrypt ? await compareValues(prepared.value, options) : success([]);
  if (!compared.ok) return compared;
  return success({
    generated: generated.value,
    files: prepared.value.decisions.length,
    diagnostics: [...diagnostics, ...compared.value],
  });
}

async function newRecipients(
  prepared: Prepared,
  { files }: ProjectAudit,
  { environment }: RunOptions,
): Promise<ProjectRecipients> {
  const { root, settings } = prepared.generated;
  const named = namedInProject(prepared, files);
  const names = named.map(({ recipient }) => recipient);
  const known = await knownRecipients({ root, settings, environment }, names);
  return newInProject(named, known, prepared);
}

/** Who encrypts for somebody new without a look does what an attacker wants. */
function knowThemFirst(found: Diagnostic, added: readonly NamedRecipient[]): Diagnostic {
  if (!['check/stale', 'check/recipients', 'check/groups'].includes(found.code)) return found;
  const theirs = added.filter(({ files }) => found.file !== undefined && files.has(found.file));
  if (theirs.length === 0) return found;
  const names = theirs.map(({ recipient }) => recipient).join(', ');
  const help = `find out first whose key is new here: ${names} (recipient/new)`;
  return { ...found, help };
}

const REFRESH = 'run `gantry manifests` and commit the result';

function checkFile(
  decision: Decision,
  { lock }: Prepared,
  audited: readonly Diagnostic[],
): Diagnostic[] {
  const { file, reasons } = decision;
  const entry = lock.lock.entries.get(file.output);
  const drift = reasons.map((reason) => driftOf(decision, reason));
  if (drift.length > 0 || audited.length > 0) return [...drift, ...audited];
  return holds(decision, entry) ? [] : [staleLock(decision)];
}

function driftOf({ file }: Decision, reason: Reason): Diagnostic {
  const because = describeReason(reason);
  const details = { file: file.path, help: REFRESH };
  switch (reason.kind) {
    case 'new':
    case 'missing':
      return errorAt('check/missing', `${file.path} is missing; ${file.module} makes it`, details);
    case 'edited':
      return errorAt(
        'check/hand-edited',
        `${file.path} is not as Gantry wrote it: ${because}`,
        details,
      );
    case 'unlocked':
      return errorAt('check/not-in-lock', `${file.path} is not in the lock file`, details);
    case 'opaque':
      return infoAt('check/needs-key', `${file.path} cannot be checked without a key: ${because}`, {
        file: file.path,
        help: 'run `gantry check --decrypt`',
      });
    case 'objects':
    case 'rule':
    case 'rendering':
    case 'secret':
    case 'roll':
      return errorAt('check/stale', `${file.path} is stale: ${because}`, details);
  }
}

function holds({ facts, written, file }: Decision, entry: LockEntry | undefined): boolean {
  if (entry === undefined || written === undefined) return false;
  const wanted = entryOf(facts, written);
  const print = (item: LockEntry) =>
    printLock({ entries: new Map([[file.output, item]]), pending: new Set() });
  return print(entry) === print(wanted);
}

function staleLock({ file }: Decision): Diagnostic {
  return errorAt('check/stale-lock', `the lock file does not say what ${file.path} is`, {
    file: file.path,
    help: REFRESH,
  });
}

function checkExtra({ lock, generated }: Prepared): Diagnostic[] {
  const outputs = new Set([...generated.files, ...generated.needHelm].map(({ output }) => output));
  return [...lock.lock.entries.keys(), ...lock.lock.pending]
    .filter((output) => !outputs.has(output))
    .map((output) => {
      const path = `${generated.settings.manifestsDir}/${output}`;
      return errorAt('check/extra', `no module makes ${path} any more`, {
        file: path,
        help: REFRESH,
      });
    });
}

/** Takes every encrypted file through the pipeline without writing: what would change differs by value. */
async function compareValues(
  prepared: Prepared,
  options: RunOptions,
): Promise<Result<Diagnostic[]>> {
  const decisions = prepared.decisions
    .filter(({ file, present }) => file.encrypt && present !== undefined)
    .map((decision): Decision => ({
      ...decision,
      reasons: [...decision.reasons, { kind: 'rendering' }],
    }));
  const resolved = await vmanifests(decisions, {
    ...prepared,
    registry: prepared.generated.registry,
  });
  if (!resolved.ok) return resolved;
  const compared = await umanifests(resolved.value.files, prepared.identities, options.adopt);
  if (!compared.ok) return compared;
  const changes = await emanifests(decisions, compared.value.files, options);
  if (!changes.ok) return changes;
  const differing = changes.value.filter(({ action }) => action !== 'unchanged');
  return success([
    ...compared.value.diagnostics,
    ...differing.map(({ path }) =>
      errorAt('check/values', `${path} does not hold the values of its module and stores`, {
        file: path,
        help: REFRESH,
      }),
    ),
  ]);
}
