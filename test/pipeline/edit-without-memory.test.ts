import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import { editStore } from '../../src/pipeline/secrets/edit.ts';
import { setSecret } from '../../src/pipeline/secrets/set.ts';
import { codesOf, person, valueOf } from '../sops/fixture.ts';
import { Project } from '../support/project.ts';

// A machine on which every folder lies on a disk (ext4).
vi.mock(import('node:fs/promises'), async (original) => ({
  ...(await original()),
  statfs: vi.fn().mockResolvedValue({ type: 0xef53 }),
}));

const STORE = 'secrets/store.enc.yaml';
let project: Project;
let temporary: string;

beforeEach(async () => {
  const ann = await person();
  project = new Project(ann.identity);
  temporary = join(project.base, 'temporary');
  mkdirSync(temporary);
  vi.stubEnv('TMPDIR', temporary);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    project.dispose();
  });
  project.write('.sops.yaml', `creation_rules: [{age: ${ann.recipient}}]\n`);
  project.modules([]);
  editor(`ls -l "$1" >${project.base}/seen; echo 'new: key' >>"$1"`);
  const request = { key: 'token', value: new Secret('first'), store: STORE };
  valueOf(await setSecret(request, project.options()));
});

/** An editor: a line of shell that gets the file as `$1`. */
function editor(line: string): void {
  const path = join(project.base, 'editor');
  writeFileSync(path, `#!/bin/sh\n${line}\n`);
  chmodSync(path, 0o755);
  project.environment['EDITOR'] = path;
}

const edit = (allowDisk: boolean) =>
  editStore({ store: STORE, allowDisk, again: () => Promise.resolve(false) }, project.options());

test('without a folder in memory nothing is shown, nor written', async () => {
  const before = project.texts();
  expect(codesOf(await edit(false))).toEqual(['write/no-memory']);
  expect([project.texts(), readdirSync(temporary)]).toEqual([before, []]);
});

test('what an editor leaves that is no text is refused, and cleaned up', async () => {
  const before = project.texts();
  editor(`printf '\\377' >>"$1"`);
  expect(codesOf(await edit(true))).toEqual(['config/unreadable']);
  expect([project.texts(), readdirSync(temporary)]).toEqual([before, []]);
});

test('where it is allowed, the folder for temporary files will do, and is cleaned up', async () => {
  expect(valueOf(await edit(true))).toEqual({ store: STORE, changed: true });
  const seen = readFileSync(join(project.base, 'seen'), 'utf8');
  expect(seen).toContain(`${temporary}/gantry-edit-`);
  expect(seen).toMatch(/^-rw-------/);
  expect(readdirSync(temporary)).toEqual([]);
});
