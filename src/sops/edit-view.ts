import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { Secret } from '../core/secret.ts';
import { encryptedFile, type EncryptedFile } from '../core/written-file.ts';
import { readDocuments } from '../yaml/documents.ts';
import { applyEdits, columnOf } from '../yaml/edit.ts';
import type { Span, YamlDocument, YamlMap } from '../yaml/node.ts';
import { bareScalar, inlineText, styleOf } from '../yaml/scalar.ts';
import { goFloat } from './go-float.ts';
import { sealedComments } from './comments/open.ts';
import { entryOf } from './metadata.ts';
import { insideOf, type OpenedFile } from './open.ts';
import { openLeaves, type OpenLeaf } from './open-tree.ts';
import { replaceScalar } from './patch.ts';
import { signText } from './resign.ts';
import { sealEdits } from './seal-edits.ts';
import { withStrictBraces } from './strict-braces.ts';
import { METADATA_KEY } from './walk.ts';

/**
 * A store as a person edits it: its text with values and comments in place of their ciphertexts and without the sops
 * block. Order and layout are those of the file. Code `secrets/view` for
 * stores that have no such text (several documents, JSON, dotenv, anchors).
 */
export function plainView(opened: OpenedFile): Result<Secret> {
  const { text, file, format, documents } = opened.source;
  const [root] = documents.map((document) => document.root);
  const block = root && blockSpan(text, root);
  const [first] = insideOf(opened).documents;
  const leaves = first === undefined ? [] : [...openLeaves(first)];
  const simple = format === 'yaml' && documents.length === 1 && root?.flow === false;
  if (!simple || block === undefined || leaves.some(({ node }) => node.alias)) {
    return failure(
      errorAt('secrets/view', `${file} is no plain YAML of one document, so it cannot be edited`, {
        file,
        help: 'use `gantry secrets set` for single values, or `sops edit`',
      }),
    );
  }
  const values = leaves
    .filter(({ sealed, comment }) => sealed !== undefined && !comment)
    .map((leaf) => replaceScalar(leaf.node, viewText(leaf, text)));
  const comments = sealedComments(opened.source, insideOf(opened).dataKey).flatMap(
    ({ span, opened: comment }) =>
      comment === undefined ? [] : [{ span, text: `#${comment.text}` }],
  );
  const edits = [...values, ...comments, { span: block, text: '' }];
  return success(new Secret(applyEdits(text, edits)));
}

/**
 * The store with an edited view in place of its old one; an unchanged view gives the file as it is. Values and comments
 * that stay at their path keep their ciphertext; the rest is sealed anew. Findings name lines and keys, never the text.
 * Codes `secrets/…`.
 */
export function sealView(opened: OpenedFile, view: Secret, now: Date): Result<EncryptedFile> {
  const { text, file, metadata, documents } = opened.source;
  const before = plainView(opened);
  if (!before.ok) return before;
  const edited = endLine(String(Secret.reveal(view)));
  if (edited === endLine(String(Secret.reveal(before.value)))) {
    return success(encryptedFile(file, text));
  }
  const [root] = documents.map((document) => document.root);
  const block = root && blockSpan(text, root);
  if (block === undefined) throw new Error('a view is made before it is sealed');
  if (edited.trim() === '' && opened.source.keys().length > 0) return failure(emptied(file));
  const parsed = parseView(edited, file);
  if (!parsed.ok) return parsed;
  const { dataKey, documents: open } = insideOf(opened);
  const sealing = sealEdits({
    ...{ file, dataKey, text: edited, root: parsed.value, selection: metadata.selection },
    block: endLine(text.slice(block.start, block.end)),
    previous: open.flatMap((document) => [...openLeaves(document)]),
    comments: sealedComments(opened.source, dataKey),
  });
  if (!sealing.ok) return sealing;
  const signed = signText({ ...sealing.value, file, dataKey, now });
  return signed.ok ? success(encryptedFile(file, signed.value)) : signed;
}

/** The lines of the sops block. */
function blockSpan(text: string, root: YamlMap): Span | undefined {
  const entry = entryOf(root, METADATA_KEY);
  if (entry === undefined) return undefined;
  const start = entry.keySpan.start - columnOf(text, entry.keySpan.start);
  return { start, end: entry.value.span.end };
}

function viewText({ node, value }: OpenLeaf, text: string): string {
  if (value instanceof Uint8Array) throw new Error('bytes are refused when a file is opened');
  if (typeof value === 'number' && Number.isInteger(value)) return `${goFloat(value)}.0`;
  if (typeof value !== 'string') return bareScalar(value);
  const style = styleOf(value);
  if (style !== 'literal') return inlineText(value, style);
  const line = text.slice(node.span.start - columnOf(text, node.span.start));
  const alone = /^[^\n]*/.exec(text.slice(node.span.end))?.[0].trim() === '';
  if (!alone || /^\s|\n\n$/.test(value)) return inlineText(value, 'double');
  const margin = ' '.repeat((/^ *(?:- +)*/.exec(line)?.[0].length ?? 0) + 2);
  const lines = value.replace(/\n$/, '').split('\n');
  const body = lines.map((part) => (part === '' ? '' : margin + part)).join('\n');
  return `|${value.endsWith('\n') ? '' : '-'}\n${body}`;
}

/** An editor that was ended in the middle leaves an empty file; so does a slip. sops refuses it too. */
function emptied(file: string): Diagnostic {
  return errorAt('secrets/edit', `the edited text of ${file} is empty`, {
    file,
    help: 'nothing was changed; `gantry secrets rm KEY` removes values',
  });
}

/** What nothing but comments, or nothing at all, stands for: a store without values. */
const NO_DOCUMENT: Pick<YamlDocument, 'root'> = {
  root: {
    kind: 'scalar',
    value: null,
    style: 'plain',
    source: '',
    span: { start: 0, end: 0 },
    alias: false,
  },
};

/** Messages of a YAML parser quote what they stumble over, and that is plaintext here: only the place is told. */
function parseView(text: string, file: string): Result<YamlMap> {
  const parsed = readDocuments(withStrictBraces(text), file);
  const refuse = (what: string): Result<never> =>
    failure(errorAt('secrets/edit', `the edited text of ${file} ${what}`, { file }));
  if (!parsed.ok) {
    const lines = parsed.diagnostics.flatMap(({ origin }) => origin?.line ?? []);
    const where = lines.length === 0 ? '' : ` (line ${[...new Set(lines)].join(', ')})`;
    return refuse(`is not YAML${where}`);
  }
  const [document, ...more] = parsed.value;
  if (more.length > 0) return refuse('is not one document');
  const { root } = document ?? NO_DOCUMENT;
  if (root.kind === 'scalar' && root.value === null) {
    return success({ kind: 'map', flow: false, entries: [], span: root.span, alias: false });
  }
  if (root.kind !== 'map' || (root.flow && root.entries.length > 0))
    return refuse('is no mapping in block layout');
  if (entryOf(root, METADATA_KEY) !== undefined) return refuse('has a key named sops');
  return success(root.flow ? { ...root, flow: false } : root);
}

function endLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
