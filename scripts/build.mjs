// Builds dist/ from src/ and generated/: types are erased and imports rewritten, nothing else.
// The compiler is the one inside ts-morph, a production dependency, so that a checkout, CI and the
// Nix package build the same files from the same program. Types are checked by `npm run typecheck`.
//
// The entry of the package, and what its declarations name, get declaration files: from each file alone
// (isolatedDeclarations), so that nothing is type-checked here either.
//
// src/x.ts becomes dist/x.js and generated/x.ts becomes dist/generated/x.js. The distance between the
// two differs there, so every relative import is rewritten to where its target is built.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ts } from 'ts-morph';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const compilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
};

// Files are replaced one by one, so that a program that runs from dist/ meanwhile finds all of them.
const outputs = new Set([
  ...['src', 'generated'].flatMap(sources).map(build),
  ...declarations('src/index.ts'),
]);
for (const path of built()) if (!outputs.has(path)) rmSync(join(root, path));
chmodSync(join(root, 'dist', 'cli.js'), 0o755);

/** Every TypeScript file below a folder, relative to the root, with `/`. */
function sources(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

function build(source) {
  const text = readFileSync(join(root, source), 'utf8');
  const transformers = { before: [rewriteImports(source)] };
  const { outputText } = ts.transpileModule(text, {
    compilerOptions,
    transformers,
    fileName: source,
  });
  return write(outputOf(source), outputText);
}

/** Declaration files of a source and of all that they import. */
function declarations(entry) {
  const done = new Set();
  const written = [];
  for (const queue = [entry]; queue.length > 0;) {
    const source = queue.pop();
    if (done.has(source)) continue;
    done.add(source);
    const imported = [];
    const { outputText, diagnostics } = ts.transpileDeclaration(
      readFileSync(join(root, source), 'utf8'),
      {
        compilerOptions: { ...compilerOptions, declaration: true, isolatedDeclarations: true },
        transformers: { afterDeclarations: [rewriteImports(source, imported)] },
        fileName: source,
        reportDiagnostics: true,
      },
    );
    for (const { messageText } of diagnostics ?? []) {
      throw new Error(`${source}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
    }
    queue.push(...imported);
    written.push(write(outputOf(source).replace(/\.js$/, '.d.ts'), outputText));
  }
  return written;
}

/** Writes what changed; gives the path. */
function write(path, text) {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text);
  return path;
}

/** Every program and declaration file in dist/ as it stands, relative to the root. */
function built() {
  return readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(js|d\.ts)$/.test(path))
    .map((path) => posix.join('dist', path));
}

function outputOf(source) {
  return posix.join('dist', source.replace(/^src\//, '').replace(/\.ts$/, '.js'));
}

/** `../../generated/bundle.ts` in src/bridge/bundle.ts → `../generated/bundle.js`. */
function rewriteSpecifier(source, specifier) {
  if (!specifier.startsWith('.') || !specifier.endsWith('.ts')) return specifier;
  const imported = posix.join(posix.dirname(source), specifier);
  const path = posix.relative(posix.dirname(outputOf(source)), outputOf(imported));
  return path.startsWith('.') ? path : `./${path}`;
}

/** Rewrites `import … from`, `export … from` and `import(…)`; the sources they name are added to `imported`. */
function rewriteImports(source, imported = []) {
  return (context) => {
    const rewritten = (node) => {
      if (node.text.startsWith('.')) imported.push(posix.join(posix.dirname(source), node.text));
      return context.factory.createStringLiteral(rewriteSpecifier(source, node.text));
    };
    const visit = (node) => {
      const specifier =
        ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
          ? node.moduleSpecifier
          : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
            ? node.arguments[0]
            : undefined;
      const replace = (child) =>
        child === specifier && ts.isStringLiteral(child) ? rewritten(child) : visit(child);
      return ts.visitEachChild(node, replace, context);
    };
    return visit;
  };
}
