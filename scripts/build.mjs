// Builds dist/ from src/: the command line and the package's entry, each with what it needs at once in one
// file and what it loads later in files of their own (dist/chunks). ts-morph and jiti stay packages of their own.
//
// The bundler is the WebAssembly build of esbuild, a production dependency, so that a checkout, CI and the Nix
// package build the same files from the same program on every system. Types are checked by `npm run typecheck`.
//
// The entry of the package, and what its declarations name, get declaration files: from each file alone
// (isolatedDeclarations), so that nothing is type-checked here either.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild-wasm';
import { ts } from 'ts-morph';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

// Files are replaced one by one, so that a program that starts from dist/ meanwhile finds all of them.
const outputs = new Set([...(await bundle()), ...declarations('src/index.ts')]);
for (const path of built()) if (!outputs.has(path)) rmSync(join(root, path));
chmodSync(join(root, 'dist', 'cli.js'), 0o755);

async function bundle() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/cli.ts', 'src/index.ts'],
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    external: ['jiti', 'ts-morph'],
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Some packages are CommonJS and ask for modules of Node.
    banner: {
      js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
    write: false,
    logLevel: 'warning',
  });
  return outputFiles.map(({ path, text }) => write(relative(root, path), text));
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
        compilerOptions: {
          target: ts.ScriptTarget.ES2023,
          module: ts.ModuleKind.ESNext,
          verbatimModuleSyntax: true,
          declaration: true,
          isolatedDeclarations: true,
        },
        transformers: { afterDeclarations: [rewriteImports(source, imported)] },
        fileName: source,
        reportDiagnostics: true,
      },
    );
    for (const { messageText } of diagnostics ?? []) {
      throw new Error(`${source}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
    }
    queue.push(...imported);
    written.push(write(declarationOf(source), outputText));
  }
  return written;
}

/** Rewrites the sources that `import … from` and `export … from` name, and adds them to `imported`. */
function rewriteImports(source, imported) {
  return (context) => {
    const visit = (node) => {
      if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return node;
      const specifier = node.moduleSpecifier?.text;
      if (specifier?.startsWith('.') !== true) return node;
      const target = posix.join(posix.dirname(source), specifier);
      imported.push(target);
      const path = posix.relative(posix.dirname(declarationOf(source)), declarationOf(target));
      const literal = context.factory.createStringLiteral(
        (path.startsWith('.') ? path : `./${path}`).replace(/\.d\.ts$/, '.js'),
      );
      return ts.visitEachChild(
        node,
        (child) => (child === node.moduleSpecifier ? literal : child),
        context,
      );
    };
    return (file) => ts.visitEachChild(file, visit, context);
  };
}

/** src/x.ts → dist/x.d.ts and generated/x.ts → dist/generated/x.d.ts. */
function declarationOf(source) {
  return posix.join('dist', source.replace(/^src\//, '').replace(/\.ts$/, '.d.ts'));
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
