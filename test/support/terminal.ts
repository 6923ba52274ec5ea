import { spawnSync } from 'node:child_process';

/** What a program showed on a terminal, and its exit code: negative for a signal. */
export interface Session {
  readonly screen: string;
  readonly code: number;
}

interface Program {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** What to wait for on the screen, and what to type then; without the second the terminal is closed. */
  readonly steps: readonly (readonly [string, string?])[];
}

/**
 * Runs the program of its arguments on a terminal of its own: waits for texts, types answers. Gives up after a minute.
 */
const PYTHON = `
import json, os, pty, select, signal, sys, time
given = json.load(sys.stdin)
pid, terminal = pty.fork()
if pid == 0:
    os.chdir(given["cwd"])
    os.execvpe(given["argv"][0], given["argv"], given["env"])
screen, seen, closed = "", 0, False
steps, end = given["steps"], time.time() + 60
while time.time() < end:
    if not select.select([terminal], [], [], 1)[0]:
        continue
    try:
        data = os.read(terminal, 65536)
    except OSError:
        break
    if not data:
        break
    screen += data.decode(errors="replace")
    while steps and steps[0][0] in screen[seen:]:
        text, *answer = steps.pop(0)
        seen = screen.index(text, seen) + len(text)
        if answer:
            os.write(terminal, answer[0].encode())
        else:
            closed = True
    if closed:
        os.close(terminal)
        break
else:
    os.kill(pid, signal.SIGKILL)
code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
print(json.dumps({"screen": screen, "code": code}))
`;

/** Whether terminals can be made here: Python does it, which most machines have. */
export function hasTerminals(): boolean {
  const version = 'import os, pty; os.waitstatus_to_exitcode';
  return spawnSync('python3', ['-c', version]).status === 0;
}

/** Runs a program on a terminal of its own. */
export function onTerminal(program: Program): Session {
  const { stdout, stderr } = spawnSync('python3', ['-c', PYTHON], {
    input: JSON.stringify(program),
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Session;
}
