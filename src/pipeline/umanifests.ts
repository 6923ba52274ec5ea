import { errorAt, isAbout, warningAt, type Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { parseEncrypted } from '../sops/encrypted-file.ts';
import type { Identities } from '../sops/identities.ts';
import type { OpenedFile } from '../sops/open.ts';
import type { ResolvedFile } from './vmanifests.ts';

/** A resolved file together with its previous version, whose ciphertext may be kept value by value. */
export interface ComparedFile extends ResolvedFile {
  readonly previous?: OpenedFile;
}

/** What stage umanifests gives. */
export interface ComparedFiles {
  readonly files: ComparedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The second half of stage umanifests: open the previous version of each file that is not done. A previous version with
 * a bad MAC is not trusted and written anew, with a warning; one that is no encrypted file, or that no identity opens,
 * stops the run unless `adopt` says to write it anew. Takes the files out of the list.
 */
export async function umanifests(
  files: ResolvedFile[],
  identities: () => Promise<Identities>,
  adopt: boolean,
): Promise<Result<ComparedFiles>> {
  const results = await Promise.all(
    files.splice(0).map((file) => openPrevious(file, identities, adopt)),
  );
  const errors = results.flatMap((result) => (result.ok ? [] : result.diagnostics));
  if (errors.length > 0) return failure(...errors);
  const compared = results.flatMap((result) => (result.ok ? [result.value] : []));
  return success({
    files: compared.map(({ file }) => file),
    diagnostics: compared.flatMap(({ warnings }) => warnings),
  });
}

interface Opening {
  readonly file: ComparedFile;
  readonly warnings: readonly Diagnostic[];
}

async function openPrevious(
  file: ResolvedFile,
  identities: () => Promise<Identities>,
  adopt: boolean,
): Promise<Result<Opening>> {
  const { present, owned } = file.decision;
  const { path } = file.decision.file;
  if (present === undefined) return success({ file, warnings: [] });
  const parsed = parseEncrypted(present, path);
  if (!parsed.ok) return adopt || owned ? anew(file, 'is no SOPS file') : failure(notOurs(path));
  const { openSops } = await import('../sops/open.ts');
  const opened = await openSops(parsed.value, await identities());
  if (opened.ok && opened.value.macValid) {
    return success({ file: { ...file, previous: opened.value }, warnings: [] });
  }
  if (opened.ok)
    return anew(file, 'was changed by something else than SOPS (its MAC does not match)');
  const tampered = opened.diagnostics.every(isAbout('forged'));
  if (adopt || tampered) return anew(file, 'cannot be opened');
  return failure(...opened.diagnostics);
}

function anew(file: ResolvedFile, reason: string): Result<Opening> {
  const { path } = file.decision.file;
  const warning = warningAt(
    'output/written-anew',
    `${path} ${reason}; every value in it is encrypted anew`,
    {
      file: path,
    },
  );
  return success({ file, warnings: [warning] });
}

/** A file at the path of an output that Gantry did not write and cannot read as its previous version. */
export function notOurs(path: string): Diagnostic {
  return errorAt('use/not-adopted', `${path} is there already, and Gantry did not write it`, {
    file: path,
    help: 'look at it; then remove it, or let Gantry replace it with --adopt',
  });
}
