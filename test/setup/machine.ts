import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const steps = fileURLToPath(new URL('../../scripts/setup/', import.meta.url));

/** A folder that plays a clone, and a PATH on which only what a test puts there is found first. */
export interface Machine {
  folder: string;
  /** Adds a program, written in sh; it can call the real tools, and `log WORDS` for `calls`. */
  program: (name: string, script: string) => void;
  /** Runs one step of scripts/setup in the folder. */
  step: (name: string) => { code: number | null; stdout: string; stderr: string };
  /** What the programs logged since the last call. */
  calls: () => string[];
  remove: () => void;
}

/** @param tools folders of real tools that the steps may use; none by default */
export function machine(tools: readonly string[] = []): Machine {
  const base = mkdtempSync(join(tmpdir(), 'gantry-setup-'));
  const [folder, bin, log] = [join(base, 'clone'), join(base, 'bin'), join(base, 'log')];
  mkdirSync(folder);
  mkdirSync(bin);
  writeFileSync(log, '');
  return {
    folder,
    program: (name, script) => {
      const head = `#!/bin/sh\nBIN=${bin}\nlog() { echo "$*" >>${log}; }\n`;
      writeFileSync(join(bin, name), `${head}${script}\n`);
      chmodSync(join(bin, name), 0o755);
    },
    step: (name) => {
      const env = { PATH: [bin, ...tools].join(':') };
      const ended = spawnSync(join(steps, name), { cwd: folder, encoding: 'utf8', env });
      return { code: ended.status, stdout: ended.stdout, stderr: ended.stderr };
    },
    calls: () => {
      const lines = readFileSync(log, 'utf8').split('\n');
      writeFileSync(log, '');
      return lines.slice(0, -1);
    },
    remove: () => {
      rmSync(base, { recursive: true, force: true });
    },
  };
}
