import { basename } from 'node:path';
import { execa } from 'execa';
import { scrubbedEnvironment } from './environment.ts';

/** How an editor ended. */
export interface Edited {
  readonly exitCode: number | undefined;
  readonly missing: boolean;
}

/** What a graphical editor needs to find its screen. */
const SCREEN = ['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'COLORTERM'];

/**
 * Runs an editor on a file, with the terminal of this process. The command is split at blanks and never given to a
 * shell; the editor sees no key in its environment.
 */
export async function runEditor(command: string, file: string): Promise<Edited> {
  const [program = '', ...args] = command.split(/\s+/).filter((word) => word !== '');
  const screen = Object.fromEntries(
    SCREEN.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
  const result = await execa(program, [...args, ...withoutTraces(program), file], {
    env: { ...scrubbedEnvironment(process.env), ...screen },
    extendEnv: false,
    stdin: 'inherit',
    // The screen goes to the terminal, also when stdout carries a JSON document.
    stdout: process.stdout.isTTY ? 'inherit' : process.stderr,
    stderr: 'inherit',
    reject: false,
  });
  return { exitCode: result.exitCode, missing: result.code === 'ENOENT' };
}

/** Vim keeps swap, undo and register files in the home folder, where plaintext would stay behind. */
function withoutTraces(program: string): string[] {
  if (!/^(?:n?vim)$/.test(basename(program))) return [];
  return ['-n', '-i', 'NONE', '-c', 'set nobackup nowritebackup noundofile'];
}
