import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** Root of the repository under test. */
export const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const CLI = join(REPOSITORY, 'dist', 'cli.js');
const EXAMPLE = join(REPOSITORY, 'examples', 'homelab');

/** How a command ended. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunSettings {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Buffer;
  readonly cwd?: string;
}

/** A copy of the example homelab with a home folder of its own, removed when the test ends. */
export class Workspace {
  readonly root: string;
  readonly home: string;

  constructor() {
    const base = realpathSync(mkdtempSync(join(tmpdir(), 'gantry-e2e-')));
    onTestFinished(() => {
      rmSync(base, { recursive: true, force: true });
    });
    this.root = join(base, 'homelab');
    this.home = join(base, 'home');
    mkdirSync(this.home);
    cpSync(EXAMPLE, this.root, { recursive: true });
  }

  /** Runs the built command line in the project, with an environment that holds no key. */
  gantry(args: readonly string[], settings: RunSettings = {}): Ran {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
      cwd: settings.cwd ?? this.root,
      encoding: 'utf8',
      input: settings.input ?? '',
      maxBuffer: 2 ** 28,
      env: this.environment(settings.env),
    });
    return { code: status, stdout, stderr };
  }

  environment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
    return { PATH: process.env['PATH'] ?? '', HOME: this.home, LANG: 'C.UTF-8', ...extra };
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  /** Replaces text in a file; a text that is not there is a mistake of the test. */
  edit(path: string, from: string | RegExp, to: string): void {
    const before = this.read(path);
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${path} does not hold ${String(from)}`);
    this.write(path, after);
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true });
  }

  exists(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  /** Content and modification time of every file below a folder: equal snapshots mean an untouched tree. */
  snapshot(folder = '.'): Record<string, string> {
    const entries = readdirSync(join(this.root, folder), {
      recursive: true,
      encoding: 'utf8',
    }).sort();
    const files = entries.filter((path) => statSync(join(this.root, folder, path)).isFile());
    return Object.fromEntries(
      files.map((path) => {
        const { mtimeNs } = statSync(join(this.root, folder, path), { bigint: true });
        const digest = createHash('sha256').update(readFileSync(join(this.root, folder, path)));
        return [path, `${String(mtimeNs)} ${digest.digest('hex')}`];
      }),
    );
  }

  /** The encrypted files of the tree, relative to the project. */
  encryptedFiles(): string[] {
    return Object.keys(this.snapshot('.k8s'))
      .filter((path) => path.endsWith('.enc.yaml'))
      .map((path) => `.k8s/${path}`);
  }
}
