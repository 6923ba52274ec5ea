import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { find } from '../support/programs.ts';

/** A Nix to run the attacks with. */
export interface Nix {
  /** Version of the program. */
  readonly version: string;
  /** Calls something while this Nix is the one on PATH. */
  readonly use: <T>(call: () => Promise<T>) => Promise<T>;
}

/** The `nix` on PATH, and newer ones beside it under names of their own (scripts/install-oracles). */
export function nixesAtHand(): Nix[] {
  return ['nix', 'nix-trixie', 'nix-sid'].flatMap((name) => {
    const program = find(name);
    return program === undefined ? [] : [{ version: versionOf(program), use: using(program) }];
  });
}

function versionOf(program: string): string {
  const said = execFileSync(program, ['--version'], { encoding: 'utf8' });
  return said.trim().split(' ').at(-1) ?? said;
}

function using(program: string): Nix['use'] {
  return async (call) => {
    const folder = mkdtempSync(join(tmpdir(), 'gantry-nix-'));
    const before = process.env['PATH'];
    try {
      symlinkSync(program, join(folder, 'nix'));
      process.env['PATH'] = [folder, before].join(delimiter);
      return await call();
    } finally {
      process.env['PATH'] = before;
      rmSync(folder, { recursive: true });
    }
  };
}
