import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluate, hasNix } from '../support/nix-eval.ts';
import { renderAll, withMain } from './render.ts';

describe.skipIf(!hasNix)('configMapsFromFolder', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-folder-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes a ConfigMap of each folder, a key of each file', () => {
    mkdirSync(path.join(folder, 'web'));
    for (const [file, text] of [
      ['plain.conf', 'name {{ .Release.Name }}\n'],
      ['escaped.conf', '{{ as it stands }}\n'],
      ['left-out.conf', 'x'],
    ] as const)
      writeFileSync(path.join(folder, 'web', file), text);
    const values = {
      configMapsFromFolder: {
        enabled: true,
        basePath: folder,
        configMapsOverrides: {
          web: {
            forceRename: 'files',
            fileAttributeOverrides: {
              'escaped.conf': { escaped: true },
              'left-out.conf': { exclude: true },
            },
          },
        },
      },
    };
    expect(
      evaluate(
        '(import (nix + "/release") { inherit lib; }).render { name = "demo"; values = input; }',
        values,
      ),
    ).toMatchObject([
      {
        kind: 'ConfigMap',
        metadata: { name: 'files' },
        data: { 'plain.conf': 'name demo\n', 'escaped.conf': '{{ as it stands }}\n' },
      },
    ]);
  });

  it('tells of a folder that is not there', () => {
    const gone = path.join(folder, 'gone');
    const answers = renderAll({
      gone: withMain({ configMapsFromFolder: { enabled: true, basePath: gone } }),
    });
    expect(answers['gone']?.error).toBe(
      `values.configMapsFromFolder.basePath: is not there: ${gone}`,
    );
  });
});
