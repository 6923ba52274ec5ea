// What the table generators share: where the schema facts are, and how a table is written or compared.
// A checkout without those facts can still use the committed tables, so the check then reports "skipped".
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(dirname(new URL(import.meta.url).pathname), '..');

/** Writes generated/<folder>/<version>.json for every version, or compares them when `--check` was given. */
export function emitTables(folder, makeTable) {
  const source = process.env.KUBERNETES_OPENAPI ?? join(root, '..', 'shared', 'kubernetes-openapi');
  const check = process.argv.includes('--check');
  if (!existsSync(join(source, 'attr-names.json'))) {
    console.log(
      `generated/${folder}: skipped, no schema facts (set KUBERNETES_OPENAPI to their folder)`,
    );
    process.exitCode = check ? 0 : 2;
    return;
  }
  const attrNames = readJson(join(source, 'attr-names.json'));
  for (const version of Object.keys(attrNames)) {
    const { definitions } = readJson(join(source, `${version}.json`));
    const text = JSON.stringify(makeTable(definitions, attrNames[version], version)) + '\n';
    emit(join(root, 'generated', folder, `${version}.json`), text, check);
  }
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function emit(file, text, check) {
  if (!check) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error(
      `${relative(root, file)} is not what its generator makes; run the generator and commit the result`,
    );
    process.exitCode = 1;
  }
}

/** `io.k8s.api.core.v1.Pod` → `core.v1.Pod`: the last three segments name a definition uniquely. */
export function shortName(definition) {
  return definition.split('.').slice(-3).join('.');
}

/** The members of an object in the order of their names, so that tables do not depend on input order. */
export function sorted(object) {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
