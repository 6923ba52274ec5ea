// Builds dist/ from src/ and generated/: types are erased and `.ts` endings of imports rewritten, nothing else.
// The compiler is the one inside ts-morph, a production dependency, so that a checkout, CI and the
// Nix package build the same files from the same program. Types are checked by `npm run typecheck`.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ts } from 'ts-morph';

const root = join(dirname(new URL(import.meta.url).pathname), '..');
const compilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
};

function sources(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

function build(source) {
  const text = readFileSync(join(root, source), 'utf8');
  const { outputText } = ts.transpileModule(text, { compilerOptions, fileName: source });
  const target = join(root, 'dist', source.replace(/^src\//, '').replace(/\.ts$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, outputText);
}

rmSync(join(root, 'dist'), { recursive: true, force: true });
for (const source of sources('src')) build(source);
chmodSync(join(root, 'dist', 'cli.js'), 0o755);
