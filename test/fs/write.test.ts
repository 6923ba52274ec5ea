import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publicFile } from '../../src/core/written-file.ts';
import { removeLeftovers, temporaryName } from '../../src/fs/temporary.ts';
import { removeFiles, stageFiles } from '../../src/fs/write.ts';

let root = '';

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'gantry-write-')));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

/** Every path below the root. */
function tree(): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
}

async function codes(paths: readonly string[]): Promise<string[]> {
  const staged = await stageFiles(
    root,
    paths.map((path) => publicFile(path, 'new')),
  );
  return staged.ok ? [] : staged.diagnostics.map(({ code }) => code);
}

describe('staging', () => {
  test('nothing is in place before the commit, and everything after it', async () => {
    const staged = await stageFiles(root, [
      publicFile('a/b/c.yaml', 'new'),
      publicFile('d.yaml', 'new'),
    ]);
    expect(tree().filter((path) => path.endsWith('.yaml'))).toEqual([]);
    expect(staged.ok && (await staged.value.commit()).ok).toBe(true);
    expect(tree()).toEqual(['a', 'a/b', 'a/b/c.yaml', 'd.yaml']);
  });

  test('what is discarded leaves no file and no folder', async () => {
    const staged = await stageFiles(root, [publicFile('a/b/c.yaml', 'new')]);
    if (staged.ok) await staged.value.discard();
    expect(tree()).toEqual([]);
  });

  test('when one file cannot be written, none is', async () => {
    writeFileSync(join(root, 'file'), '');
    expect(await codes(['a/b.yaml', 'file/c.yaml'])).toEqual(['write/failed']);
    expect(tree()).toEqual(['file']);
  });

  test('the mode of a replaced file stays; a new one is readable by all', async () => {
    writeFileSync(join(root, 'old.yaml'), 'old');
    chmodSync(join(root, 'old.yaml'), 0o640);
    const staged = await stageFiles(root, [
      publicFile('old.yaml', 'x'),
      publicFile('new.yaml', 'x'),
    ]);
    if (staged.ok) await staged.value.commit();
    const mode = (path: string) => statSync(join(root, path)).mode & 0o777;
    expect([mode('old.yaml'), mode('new.yaml')]).toEqual([0o640, 0o644]);
  });
});

describe('targets that are refused', () => {
  test('a symbolic link', async () => {
    writeFileSync(join(root, 'real.yaml'), 'kept');
    symlinkSync('real.yaml', join(root, 'link.yaml'));
    expect(await codes(['link.yaml'])).toEqual(['write/symlink']);
    expect(readFileSync(join(root, 'real.yaml'), 'utf8')).toBe('kept');
  });

  test('a folder that leads outside', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'gantry-outside-'));
    symlinkSync(outside, join(root, 'out'));
    expect(await codes(['out/a.yaml', 'out/deep/b.yaml'])).toEqual([
      'write/outside',
      'write/outside',
    ]);
    expect(readdirSync(outside)).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  test('a folder of that name', async () => {
    mkdirSync(join(root, 'a.yaml'));
    expect(await codes(['a.yaml'])).toEqual(['write/folder']);
  });
});

describe('removing', () => {
  test('takes the folders that become empty, but not the top', async () => {
    mkdirSync(join(root, 'top/a/b'), { recursive: true });
    writeFileSync(join(root, 'top/a/b/c.yaml'), '');
    expect((await removeFiles(root, 'top', ['top/a/b/c.yaml', 'top/gone.yaml'])).ok).toBe(true);
    expect(tree()).toEqual(['top']);
  });

  test('leaves folders with other files', async () => {
    mkdirSync(join(root, 'top/a'), { recursive: true });
    for (const name of ['mine', 'c.yaml']) writeFileSync(join(root, 'top/a', name), '');
    await removeFiles(root, 'top', ['top/a/c.yaml']);
    expect(tree()).toEqual(['top', 'top/a', 'top/a/mine']);
  });

  test('takes what a killed run left behind, and nothing else', async () => {
    mkdirSync(join(root, 'a'));
    const names = [temporaryName(), '.gantry-1-2.tmp', '.gantry-x.tmp', 'note.tmp'];
    for (const name of names) writeFileSync(join(root, 'a', name), '');
    await removeLeftovers(root, true);
    expect(tree()).toEqual(['a', 'a/.gantry-x.tmp', 'a/note.tmp']);
    expect(existsSync(join(root, 'a'))).toBe(true);
  });
});

describe('what a file has beside its text', () => {
  async function write(path: string): Promise<void> {
    const staged = await stageFiles(root, [publicFile(path, 'new')]);
    expect(staged.ok && (await staged.value.commit()).ok).toBe(true);
  }

  test('a new one has the mode that the umask leaves', async () => {
    const before = process.umask(0o077);
    try {
      await write('private/a.yaml');
    } finally {
      process.umask(before);
    }
    expect(statSync(join(root, 'private/a.yaml')).mode & 0o777).toBe(0o600);
    expect(statSync(join(root, 'private')).mode & 0o777).toBe(0o700);
  });

  test.skipIf(process.getuid?.() !== 0)("root leaves a user's tree to the user", async () => {
    chownSync(root, 1234, 5678);
    writeFileSync(join(root, 'old.yaml'), 'old');
    chownSync(join(root, 'old.yaml'), 4321, 8765);
    await write('new/folder/a.yaml');
    await write('old.yaml');
    const owner = (path: string) => [
      statSync(join(root, path)).uid,
      statSync(join(root, path)).gid,
    ];
    for (const path of ['new', 'new/folder', 'new/folder/a.yaml'])
      expect(owner(path)).toEqual([1234, 5678]);
    expect(owner('old.yaml')).toEqual([4321, 8765]);
  });

  test('a pipe is no target', async () => {
    execFileSync('mkfifo', [join(root, 'pipe.yaml')]);
    expect(await codes(['pipe.yaml'])).toEqual(['write/folder']);
  });
});

test.each(['.git/hooks/x.yaml', 'a/.GIT/x', 'link/hooks/x.yaml'])(
  '%s belongs to git',
  async (path) => {
    mkdirSync(join(root, '.git/hooks'), { recursive: true });
    symlinkSync('.git', join(root, 'link'));
    expect(await codes([path])).toEqual(['write/outside']);
  },
);
