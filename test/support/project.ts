import {
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
import type { BundleModule } from '../../generated/bundle.ts';
import type { Settings } from '../../src/bridge/project.ts';
import type { Json } from '../../src/core/json.ts';
import type { Result } from '../../src/core/result.ts';
import { check } from '../../src/pipeline/check.ts';
import { manifests, type Report } from '../../src/pipeline/manifests.ts';
import type { Observer } from '../../src/pipeline/observer.ts';
import type { RunOptions } from '../../src/pipeline/options.ts';
import { SETTINGS } from './settings.ts';

/** Root of the repository under test. */
export const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** One module of a made-up project: its objects as Nix would give them. */
export interface ModuleSpec {
  readonly name: string;
  readonly encrypt: boolean;
  readonly objects: Json[];
  /** Charts that are not rendered. */
  readonly helm?: Json[];
}

/** Shows nothing. */
export const SILENT: Observer = { stage: (_name, work) => work() };

/** A project that needs no Nix: what evaluation would give is written by the test. Its home folder lies beside it. */
export class Project {
  readonly base: string;
  readonly root: string;
  readonly environment: Record<string, string>;
  now = new Date('2026-01-01T10:20:30Z');

  constructor(identity: string) {
    this.base = realpathSync(mkdtempSync(join(tmpdir(), 'gantry-project-')));
    this.root = join(this.base, 'project');
    this.environment = { HOME: join(this.base, 'home'), SOPS_AGE_KEY: identity };
    mkdirSync(this.environment['HOME'] ?? '');
    this.write('gantry.nix', '# evaluated already\n');
  }

  dispose(): void {
    rmSync(this.base, { recursive: true, force: true });
  }

  modules(specs: readonly ModuleSpec[], settings: Partial<Settings> = {}): void {
    const modules = specs.map(({ name, encrypt, objects, helm = [] }): [string, BundleModule] => [
      `${name}.nix`,
      {
        output: `${name}${encrypt ? '.enc' : ''}.yaml`,
        encrypt,
        placeholders: true,
        objects,
        releases: {},
        helm,
        imports: [],
        rolls: [],
        warnings: [],
      },
    ]);
    const bundle = {
      contract: 'gantry/v1',
      project: 'test',
      kubernetesVersion: '1.33',
      modules: Object.fromEntries(modules),
    };
    const text = JSON.stringify({ settings: { ...SETTINGS, ...settings }, bundle });
    writeFileSync(join(this.base, 'bundle.json'), text);
  }

  /** The environment of a command line in this project, with a program `nix` that prints what evaluation would give. */
  shell(more: Readonly<Record<string, string>> = {}): Record<string, string> {
    const folder = join(this.base, 'bin');
    const bundle = join(this.base, 'bundle.json');
    const everything = JSON.parse(readFileSync(bundle, 'utf8')) as { settings: unknown };
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(this.base, 'settings.json'), JSON.stringify(everything.settings));
    const lines = [
      '#!/bin/sh',
      `env >'${this.base}/environment-of-nix'`,
      `case "$*" in *evaluation.settings*) exec cat '${this.base}/settings.json' ;; esac`,
      `exec cat '${bundle}'`,
    ];
    writeFileSync(join(folder, 'nix'), lines.join('\n'), { mode: 0o755 });
    return { ...this.environment, PATH: `${folder}:${process.env['PATH'] ?? ''}`, ...more };
  }

  options(more: Partial<RunOptions> = {}): RunOptions {
    return {
      cwd: this.root,
      bundleFile: join(this.base, 'bundle.json'),
      only: [],
      adopt: false,
      environment: this.environment,
      now: this.now,
      ...more,
    };
  }

  run(more: Partial<RunOptions> = {}): Promise<Result<Report>> {
    return manifests({ ...this.options(more), dryRun: false }, SILENT);
  }

  /** Codes of what the keyless check finds; none: the tree is consistent. */
  async check(): Promise<string[]> {
    const result = await check({ ...this.options(), decrypt: false });
    const found = result.ok ? result.value.diagnostics : result.diagnostics;
    return found.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** Text of every file below a folder of the project, by its path in the project. */
  texts(folder = '.'): Record<string, string> {
    const names = readdirSync(join(this.root, folder), { recursive: true, encoding: 'utf8' });
    const paths = names.sort().map((name) => (folder === '.' ? name : `${folder}/${name}`));
    const files = paths.filter((path) => statSync(join(this.root, path)).isFile());
    return Object.fromEntries(files.map((path) => [path, this.read(path)]));
  }
}

/** A Secret with these strings. */
export function secretObject(name: string, stringData: Record<string, string>): Json {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace: 'apps' },
    stringData,
  };
}
