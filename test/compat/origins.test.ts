import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { gmanifests } from '../../src/pipeline/gmanifests.ts';
import { foundLines, markedLines } from '../pipeline/origins/marked-lines.ts';
import { REPOSITORY } from '../support/project.ts';
import { has } from '../support/programs.ts';
import { hasReferences, kubenixSource, nixpkgsLib } from './reference-engines.ts';

test.skipIf(!has('nix') || !hasReferences)('lines with the real engines', async () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'gantry-origins-')));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  cpSync(join(REPOSITORY, 'test/fixtures/origins/compat'), root, { recursive: true });
  cpSync(nixpkgsLib ?? '', join(root, 'engine/lib'), { recursive: true });
  cpSync(kubenixSource ?? '', join(root, 'engine/kubenix'), { recursive: true });
  const environment = { ...process.env, XDG_CACHE_HOME: join(root, '.cache') };
  const result = await gmanifests({
    cwd: root,
    only: [],
    adopt: false,
    environment,
    now: new Date(0),
  });
  expect(foundLines(result.ok ? [] : result.diagnostics)).toEqual(
    markedLines(join(root, 'modules')).map((line) => `modules/${line}`),
  );
});
