import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { familyOf } from '../../core/codes.ts';
import { isAbout, type Diagnostic } from '../../core/diagnostic.ts';
import { isTellingKey, looksLikeCredential } from '../../validation/rules/credentials.ts';
import { nixNames } from './nix-names.ts';
import { yamlNames } from './yaml-names.ts';

/** Which files lines may be shown of. */
export interface FrameSources {
  /** The folder that paths of findings are relative to. */
  readonly root: string;
  /** Whether YAML and JSON is what is being looked at: elsewhere such files are stores, outputs and clear secrets. */
  readonly yaml: boolean;
  /** What stands in no file, such as standard input, by the name that findings give it. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** A line that may be shown. */
export interface SourceLine {
  readonly number: number;
  readonly text: string;
  /** Counted in characters of the text from 1. */
  readonly column?: number;
  /** The line before it, where the cause is likely there: what is missing at its end is seen in the next. */
  readonly before?: string;
}

/**
 * The line that a finding leads to, for a code frame; undefined where there is none to be shown. Lines are shown of modules,
 * of rules, of .sops.yaml, of the lock file and of YAML that is being validated, never of other files, and none that holds
 * or may hold the value of a Secret, a credential or a ciphertext: rather none than one too many.
 */
export function sourceLine(
  found: Diagnostic,
  { root, yaml, texts }: FrameSources,
): SourceLine | undefined {
  const { file, line, column } = found.origin ?? {};
  if (file === undefined || line === undefined || hidesValue(found)) return undefined;
  const given = texts?.get(file);
  const form = given === undefined ? formOf(file, yaml) : 'yaml';
  if (form === undefined) return undefined;
  const source = given === undefined ? readSource(join(root, file)) : sourceOf(given);
  const text = source?.lines[line - 1];
  if (source === undefined || text === undefined || text.trim() === '') return undefined;
  if (!isHarmless(source, line - 1, form)) return undefined;
  const characters = form === 'nix' && column !== undefined ? fromBytes(text, column) : column;
  const before = hasCauseBefore(found) ? source.lines[line - 2] : undefined;
  const isShown =
    before !== undefined && before.trim() !== '' && isHarmless(source, line - 2, form);
  return {
    number: line,
    text,
    ...(characters === undefined ? {} : { column: characters }),
    ...(isShown ? { before } : {}),
  };
}

function hasCauseBefore(found: Diagnostic): boolean {
  return isAbout('syntax')(found) || found.message.startsWith("syntax error");
}

type Form = 'nix' | 'yaml' | 'plain';

function formOf(file: string, yaml: boolean): Form | undefined {
  if (file.endsWith('.nix')) return 'nix';
  if (/(^|\/)\.sops\.yaml$/.test(file) || /\.[cm]?[jt]s$/.test(file)) return 'plain';
  if (file.endsWith('.lock')) return 'plain';
  return yaml && /\.(ya?ml|json)$/.test(file) ? 'yaml' : undefined;
}

/** Findings about what a Secret holds lead to what it holds. */
function hidesValue({ code, object, pointer }: Diagnostic): boolean {
  if (familyOf(code) === 'secret') return true;
  return (
    (object ?? '').startsWith('Secret ') &&
    /^\/(items\/\d+\/)?(data|stringData)\b/.test(pointer ?? '')
  );
}

interface Source {
  readonly text: string;
  readonly lines: readonly string[];
}

function isHarmless(source: Source, index: number, form: Form): boolean {
  if (/AGE-SECRET-KEY-|PRIVATE KEY|ENC\[/.test(source.lines[index] ?? '')) return false;
  return form === 'plain' || !isSecret(source, index, form);
}

function isSecret({ text, lines }: Source, index: number, form: 'nix' | 'yaml'): boolean {
  if (form === 'yaml' && /^\s*["']?sops["']?\s*:/m.test(text)) return true;
  const names = (form === 'nix' ? nixNames(text) : yamlNames(text))[index] ?? new Set<string>();
  const near = lines.slice(Math.max(0, index - 1), index + 2).join('\n');
  return (
    holdsSecretData([...names], text) ||
    [...names].some(isTelling) ||
    /\bsecret["']?\s*[:=]\s*["'\w]/i.test(lines[index] ?? '') ||
    looksLikeCredential(lines[index] ?? '') ||
    (/\bvalue\b/.test(lines[index] ?? '') && wordsOf(near).some(isTelling))
  );
}

/** Volumes and kinds are called `secret` too. */
function isTelling(name: string): boolean {
  return isTellingKey(name) && name.toLowerCase() !== 'secret';
}

/** `stringData`, and `data` where a Secret is spoken of. */
function holdsSecretData(names: readonly string[], text: string): boolean {
  if (names.includes('stringData')) return true;
  if (!names.includes('data')) return false;
  return names.some((name) => /secret/i.test(name)) || /["']Secret["']/.test(text);
}

function wordsOf(text: string): string[] {
  return text.match(/[\w.-]+/g) ?? [];
}

/** Nix counts bytes. */
function fromBytes(text: string, column: number): number {
  return (
    Buffer.from(text)
      .subarray(0, column - 1)
      .toString().length + 1
  );
}

let latest: { readonly path: string; readonly source: Source | undefined } | undefined;

/** Findings of one file mostly follow each other: it is read once for all of them. */
function readSource(path: string): Source | undefined {
  if (latest?.path !== path) latest = { path, source: read(path) };
  return latest.source;
}

function read(path: string): Source | undefined {
  try {
    return sourceOf(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function sourceOf(text: string): Source {
  return { text, lines: text.split('\n') };
}
