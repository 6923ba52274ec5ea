import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { infoAt, warningAt, type Diagnostic } from '../core/diagnostic.ts';
import { untrackedSources } from '../nix/untracked.ts';
import type { RunOptions } from './options.ts';

/**
 * Names the sources that a flake's evaluation leaves out without a word: one warning where a flake is evaluated, one
 * info where the flake beside gantry.nix will be (in CI).
 */
export async function untrackedFindings(root: string, options: RunOptions): Promise<Diagnostic[]> {
  const { flake, bundleFile } = options;
  if (bundleFile !== undefined) return [];
  if (flake === undefined && !existsSync(join(root, 'flake.nix'))) return [];
  const files = await untrackedSources(root);
  if (files.length === 0) return [];
  const [make, verb] = flake === undefined ? [infoAt, 'will not see'] : [warningAt, 'does not see'];
  const [noun, pronoun] = files.length === 1 ? ['file', 'it'] : ['files', 'them'];
  return [
    make(
      'nix/untracked',
      `git does not track ${files.length} ${noun}, so the flake ${verb} ${pronoun}: ${files.join(', ')}`,
      { help: `git add ${files.map(shellWord).join(' ')}` },
    ),
  ];
}

function shellWord(path: string): string {
  return /^[\w./@+-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
