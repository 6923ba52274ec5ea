import { errorAt } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { run, type Finished } from '../../process/run.ts';

/**
 * The texts of files in a revision, by their paths below `root`, of those that `isWanted`. Two processes of git, however
 * many files there are. Codes `use/revision` and `use/git`.
 */
export async function readRevision(
  root: string,
  revision: string,
  isWanted: (path: string) => boolean,
): Promise<Result<Map<string, string>>> {
  const listed = await git(root, ['ls-tree', '-r', '-z', '--end-of-options', revision]);
  if (listed.missing) return failure(errorAt('use/git', 'the program git is not installed'));
  if (listed.exitCode !== 0) return failure(unknownRevision(revision, listed.stderr));
  const blobs = listed.stdout
    .split('\0')
    .flatMap(blobOf)
    .filter(({ path }) => isWanted(path));
  if (blobs.length === 0) return success(new Map());
  const input = blobs.map(({ id }) => `${id}\n`).join('');
  const printed = await git(root, ['cat-file', '--batch'], input);
  if (printed.exitCode !== 0) return failure(unknownRevision(revision, printed.stderr));
  const texts = contentsOf(Buffer.from(printed.stdout, 'latin1'));
  return success(new Map(blobs.map(({ path }, index) => [path, texts[index] ?? ''])));
}

/** Sizes count bytes, so the output is taken as bytes. */
function git(cwd: string, args: readonly string[], input?: string): Promise<Finished> {
  return run({
    program: 'git',
    args,
    cwd,
    encoding: 'latin1',
    ...(input === undefined ? {} : { input }),
  });
}

interface Blob {
  readonly id: string;
  readonly path: string;
}

/** `100644 blob <id>\t<path>`; links and submodules are no files. */
function blobOf(line: string): Blob[] {
  const [, id, path] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
  if (id === undefined || path === undefined) return [];
  return [{ id, path: Buffer.from(path, 'latin1').toString('utf8') }];
}

/** `<id> blob <size>`, a line feed, so many bytes, a line feed; and so on. */
function contentsOf(output: Buffer): string[] {
  const texts: string[] = [];
  for (let start = 0; start < output.length;) {
    const end = output.indexOf('\n', start);
    const size = Number(output.toString('latin1', start, end).split(' ').at(-1));
    texts.push(output.toString('utf8', end + 1, end + 1 + size));
    start = end + size + 2;
  }
  return texts;
}

function unknownRevision(revision: string, stderr: string) {
  const [reason = ''] = stderr.replace(/^fatal: /, '').split('\n');
  return errorAt('use/revision', `git cannot read ${revision}: ${reason}`, {
    help: 'name a revision that git knows, as --against main, or a folder, as --against ./other',
  });
}
