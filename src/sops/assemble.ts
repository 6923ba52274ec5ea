import { applyEdits, type Edit } from '../yaml/edit.ts';
import { printDocument, printEntries } from '../yaml/print.ts';
import type { YamlEntry, YamlMap } from '../yaml/node.ts';
import { blockOf, layoutOf, NEW_LAYOUT, type FileLayout } from './block.ts';
import type { SopsDocument, SopsFile } from './encrypted-file.ts';
import { entryOf, fieldOf, type SopsMetadata } from './metadata.ts';
import type { OpenedFile } from './open.ts';
import type { OpenMap } from './open-tree.ts';
import { ciphertextEdit, patchDocument, printableMapOf } from './patch.ts';
import type { TargetMap } from './target.ts';
import { METADATA_KEY } from './walk.ts';

export interface Assembly {
  readonly targets: readonly TargetMap[];
  readonly matches: readonly (number | undefined)[];
  /** The documents of the previous version, decrypted. */
  readonly documents: readonly OpenMap[];
  readonly metadata: SopsMetadata;
  readonly previous: OpenedFile | undefined;
}

/** Whether any document differs from the previous version in a key, a value, or its place. */
export function contentChanged({
  targets,
  matches,
  documents,
}: Pick<Assembly, 'targets' | 'matches' | 'documents'>): boolean {
  if (targets.length !== documents.length) return true;
  return targets.some((target, index) => {
    const before = documents[index];
    if (matches[index] !== index || before === undefined) return true;
    return patchDocument(target, before)?.length !== 0;
  });
}

/**
 * The text of the file. Documents of the previous version are patched in place, with all their bytes
 * elsewhere; where their keys changed they are printed anew in the same layout.
 */
export function assembleText(assembly: Assembly): string {
  const { targets, metadata, previous } = assembly;
  const source = previous?.source;
  if (source === undefined || source.documents.some(({ root }) => root.flow)) {
    const block = new Map([[METADATA_KEY, blockOf(metadata, NEW_LAYOUT)]]);
    return targets
      .map((target) => printDocument(new Map([...printableMapOf(target), ...block])))
      .join('---\n');
  }
  const writer = new DocumentWriter(source, assembly);
  const texts = targets.map((_, index) => writer.document(index));
  const inPlace = assembly.matches.every((match, index) => match === index);
  if (!inPlace || source.documents.length !== targets.length) {
    return texts.map(endLine).join('---\n');
  }
  const edits = texts.map((text, index) => ({ span: spanAt(source, index), text }));
  return applyEdits(source.text, edits);
}

class DocumentWriter {
  readonly #source: SopsFile;
  readonly #assembly: Assembly;
  readonly #layout: FileLayout;

  constructor(source: SopsFile, assembly: Assembly) {
    this.#source = source;
    this.#assembly = assembly;
    this.#layout = layoutOf(source);
  }

  document(index: number): string {
    const { targets, matches, documents } = this.#assembly;
    const [target, match] = [targets[index], matches[index] ?? -1];
    if (target === undefined) throw new Error('no such document');
    const [before, parsed] = [documents[match], this.#source.documents[match]];
    if (before === undefined || parsed === undefined) return this.#print(target);
    const body = patchDocument(target, before);
    const block = body && this.#blockEdits(parsed);
    if (body === undefined || block === undefined) return this.#print(target);
    const { span } = parsed;
    const shift = (edit: Edit): Edit => ({
      ...edit,
      span: { start: edit.span.start - span.start, end: edit.span.end - span.start },
    });
    return applyEdits(
      this.#source.text.slice(span.start, span.end),
      [...body, ...block].map(shift),
    );
  }

  #print(target: TargetMap): string {
    const block = new Map([[METADATA_KEY, blockOf(this.#assembly.metadata, this.#layout)]]);
    return printDocument(new Map([...printableMapOf(target), ...block]), this.#layout.step);
  }

  /** Documents behind the first need no block; where there is one it is kept equal to the first. */
  #blockEdits({ root }: SopsDocument): Edit[] | undefined {
    const entry = entryOf(root, METADATA_KEY);
    if (entry === undefined) return [];
    if (entry.value.kind !== 'map' || entry.value.flow || entry.value.alias) return undefined;
    const { metadata } = this.#assembly;
    const small = onlySignatureDiffers(this.#source.metadata, metadata)
      ? signatureEdits(entry.value, metadata)
      : undefined;
    return small ?? [blockEdit(this.#source, entry, metadata)];
  }
}

/** Another sops block in place of an existing one that is not in flow style, in the layout of the file. */
export function blockEdit(
  source: SopsFile,
  { keySpan, value }: YamlEntry,
  metadata: SopsMetadata,
): Edit {
  const layout = layoutOf(source);
  const span = { start: keySpan.start, end: value.span.end };
  const block = new Map([[METADATA_KEY, blockOf(metadata, layout)]]);
  const printed = printEntries(block, 0, layout.step);
  const closed = source.text.slice(span.start, span.end).endsWith('\n');
  return { span, text: closed ? printed : printed.replace(/\n$/, '') };
}

/** New time and MAC in an existing block, or undefined when the block lacks one of them. */
export function signatureEdits(
  block: YamlMap,
  { mac, lastModified }: Pick<SopsMetadata, 'mac' | 'lastModified'>,
): Edit[] | undefined {
  const [time, seal] = [fieldOf(block, 'lastmodified'), fieldOf(block, 'mac')];
  if (time?.kind !== 'scalar' || seal?.kind !== 'scalar' || mac === undefined) return undefined;
  return [
    { span: time.span, text: JSON.stringify(lastModified) },
    ciphertextEdit({ node: seal }, mac, block.flow),
  ];
}

function onlySignatureDiffers(a: SopsMetadata, b: SopsMetadata): boolean {
  const unsigned = (metadata: SopsMetadata): string =>
    JSON.stringify({ ...metadata, mac: '', lastModified: '' });
  return unsigned(a) === unsigned(b);
}

function spanAt(source: SopsFile, index: number): SopsDocument['span'] {
  const document = source.documents[index];
  if (document === undefined) throw new Error('no such document');
  return document.span;
}

function endLine(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
