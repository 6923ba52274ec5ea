import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SRC = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');

/** Folder → folders it may import from. Imports point one way: what stands here is the architecture. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  yaml: ['core'],
  process: [],
  fs: ['core'],
  bridge: ['core'],
  sops: ['core', 'yaml', 'process'],
  references: ['core'],
  nix: ['core', 'process', 'fs'],
  validation: ['core', 'yaml', 'sops'],
  codegen: ['core', 'bridge'],
  runtime: ['core', 'bridge', 'nix'],
  pipeline: [
    'core',
    'yaml',
    'process',
    'fs',
    'bridge',
    'sops',
    'references',
    'nix',
    'validation',
    'codegen',
  ],
  cli: ['core', 'fs', 'nix', 'pipeline', 'codegen', 'bridge'],
};

/** Heavy or dangerous libraries → the one folder that imports them. */
const OWNER: Readonly<Record<string, string>> = {
  execa: 'process',
  'ts-morph': 'codegen',
  'age-encryption': 'sops',
  yaml: 'yaml',
  commander: 'cli',
  listr2: 'cli',
  jiti: 'pipeline',
  re2js: 'core',
};

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly target: string;
}

const imports = readImports();

test('src has the folders of the architecture and no others', () => {
  const folders = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(MAY_IMPORT).sort());
});

test('imports between folders point one way', () => {
  const violations = imports.flatMap(({ file, folder, target }) => {
    if (!target.startsWith('.')) return [];
    const imported = relative(SRC, join(SRC, dirname(file), target)).split('/')[0] ?? '';
    const allowed =
      imported === folder || imported === '..' || MAY_IMPORT[folder]?.includes(imported);
    return allowed ? [] : [`${file} imports ${target}`];
  });
  expect(violations).toEqual([]);
});

test('each heavy or dangerous library has one importing folder', () => {
  const violations = imports.flatMap(({ file, folder, target }) => {
    const owner = OWNER[target.split('/')[0] ?? ''];
    return owner === undefined || owner === folder ? [] : [`${file} imports ${target}`];
  });
  expect(violations).toEqual([]);
});

test('only src/sops makes encrypted files', () => {
  const makers = sources().filter((file) =>
    /\bencryptedFile\(/.test(readFileSync(join(SRC, file), 'utf8')),
  );
  expect(
    makers.filter((file) => !file.startsWith('sops/') && file !== 'core/written-file.ts'),
  ).toEqual([]);
});

test('a secret is revealed only where it is encrypted, compared, checked or edited', () => {
  const revealing = sources().filter((file) =>
    readFileSync(join(SRC, file), 'utf8').includes('Secret.reveal('),
  );
  const allowed =
    /^(sops\/|references\/(scalar-text|substitute)\.ts|validation\/injected\.ts|fs\/memory-file\.ts|core\/secret\.ts)/;
  expect(revealing.filter((file) => !allowed.test(file))).toEqual([]);
});

test('text reaches a terminal through one place, which writes out what a terminal would obey', () => {
  const writing = sources().filter((file) =>
    /process\.std(out|err)\.write|console\.\w+\(/.test(readFileSync(join(SRC, file), 'utf8')),
  );
  expect(writing.sort()).toEqual(['cli/output.ts', 'cli/screen/full-screen.ts']);
});

test('starting the command line loads none of the heavy libraries', () => {
  const loaded = staticImports('cli.ts').filter((target) => !/^[.]|^node:/.test(target));
  expect(loaded).toEqual(['commander']);
});

/** Everything that a file loads before it runs, through the files it imports: types and `import()` do not count. */
function staticImports(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = readFileSync(join(SRC, file), 'utf8');
  const statements = [...text.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '([^']+)';/gm)];
  const targets = statements.map((match) => match[1] ?? '');
  const nested = targets
    .filter((target) => target.startsWith('.'))
    .flatMap((target) => staticImports(join(dirname(file), target), seen));
  return [...new Set([...targets, ...nested])];
}

function readImports(): Import[] {
  return sources()
    .filter((file) => file.includes('/'))
    .flatMap((file) => {
      const text = readFileSync(join(SRC, file), 'utf8');
      const targets = [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(
        (match) => match[1] ?? '',
      );
      return targets.map((target) => ({ file, folder: file.split('/')[0] ?? '', target }));
    });
}

function sources(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
}
