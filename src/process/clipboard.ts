import { execaSync } from 'execa';
import { scrubbedEnvironment } from './environment.ts';

/** A way to a clipboard. */
export interface Clipboard {
  /** How people know it: the name of a program, or what the terminal does. */
  readonly name: string;
  /** Puts a text there; false where that fails. */
  put(text: string): boolean;
  /** Empties it. Can be called while the process ends. */
  clear(): void;
}

interface Program {
  readonly command: readonly [string, ...string[]];
  /** Variables without which the program finds no screen. */
  readonly needs?: string;
  readonly clear?: readonly string[];
}

const PROGRAMS: readonly Program[] = [
  { command: ['wl-copy'], needs: 'WAYLAND_DISPLAY', clear: ['--clear'] },
  { command: ['xclip', '-selection', 'clipboard'], needs: 'DISPLAY' },
  {
    command: ['xsel', '--input', '--clipboard'],
    needs: 'DISPLAY',
    clear: ['--clear', '--clipboard'],
  },
  { command: ['pbcopy'] },
  { command: ['clip.exe'] },
];

/** What a graphical program needs to find its screen. */
const SCREEN = ['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY'];

/**
 * The clipboard of this machine: the first program that is there and takes the text, else that of the terminal, which
 * understands OSC 52 or does nothing. The text goes over standard input, never into arguments.
 */
export function copyToClipboard(text: string, writeToTerminal: (text: string) => void): Clipboard {
  const found = PROGRAMS.filter(isUsable).find((program) => feed(program.command, text));
  if (found === undefined) {
    const terminal = terminalClipboard(writeToTerminal);
    terminal.put(text);
    return terminal;
  }
  const [name] = found.command;
  return {
    name,
    put: (other) => feed(found.command, other),
    clear: () => {
      feed(found.clear === undefined ? found.command : [name, ...found.clear], '');
    },
  };
}

function isUsable({ needs }: Program): boolean {
  return needs === undefined || (process.env[needs] ?? '') !== '';
}

/** Such programs go on in the background to serve the text: their output is not waited for. */
function feed([program, ...args]: readonly [string, ...string[]], input: string): boolean {
  const screen = Object.fromEntries(SCREEN.map((name) => [name, process.env[name]]));
  const { failed } = execaSync(program, args, {
    input,
    env: { ...scrubbedEnvironment(process.env), ...screen },
    extendEnv: false,
    stdout: 'ignore',
    stderr: 'ignore',
    reject: false,
    timeout: 2000,
  });
  return !failed;
}

function terminalClipboard(write: (text: string) => void): Clipboard {
  return {
    name: 'the terminal (OSC 52)',
    put: (text) => {
      write(`\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`);
      return true;
    },
    clear: () => {
      // What is no base64 empties it.
      write('\u001b]52;c;!\u0007');
    },
  };
}
