import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { encryptedFile, type EncryptedFile } from '../core/written-file.ts';
import { applyEdits, type Edit } from '../yaml/edit.ts';
import { blockEdit } from './assemble.ts';
import { decrypt, encrypt, parseCiphertext } from './cipher.ts';
import { sealedComments } from './comments/open.ts';
import { newDataKey, wrapDataKey } from './data-key.ts';
import { parseEncrypted } from './encrypted-file.ts';
import type { KeyPlan } from './key-plan.ts';
import { entryOf, type SopsMetadata } from './metadata.ts';
import { leafValues } from './leaf-values.ts';
import { insideOf, openWithKey, type OpenedFile } from './open.ts';
import type { OpenLeaf, OpenNode } from './open-tree.ts';
import { additionalData } from './path.ts';
import { ciphertextEdit } from './patch.ts';
import type { PlaintextType } from './plaintext.ts';
import { signText } from './resign.ts';
import { METADATA_KEY } from './walk.ts';

/**
 * The file under another data key for the same recipients: every ciphertext is new, values, comments, order and
 * layout stay. Codes `secrets/…`.
 */
export async function rotateKey(opened: OpenedFile, now: Date): Promise<Result<EncryptedFile>> {
  const { keyGroups: groups, threshold } = opened.source.metadata;
  const dataKey = newDataKey();
  const recipients = groups.map((group) => group.map(({ recipient }) => recipient));
  const keyGroups = await wrapDataKey(dataKey, recipients, threshold);
  if (!keyGroups.ok) return keyGroups;
  return rekey(opened, { dataKey, keyGroups: keyGroups.value, kind: 'new', threshold }, now);
}

/** Keys for a file, and how many of its groups open it. */
export interface Rekeying extends Pick<KeyPlan, 'dataKey' | 'keyGroups' | 'kind'> {
  readonly threshold: number;
}

/**
 * The file with the data key and the recipients of a plan. When the data key stays only the entries of the recipients
 * change; when it is new every ciphertext does, those of comments too.
 */
export function rekey(opened: OpenedFile, plan: Rekeying, now: Date): Result<EncryptedFile> {
  const { source } = opened;
  const { file, text } = source;
  const problems = refusals(opened);
  if (problems.length > 0) return failure(...problems);
  if (plan.kind === 'kept') return success(encryptedFile(file, text));
  const { keyGroups, threshold } = plan;
  const metadata = { ...source.metadata, keyGroups, threshold };
  const blocks = blockEdits(opened, metadata);
  if (plan.kind === 'rewrapped') return rewrapped(opened, blocks);
  const changed = applyEdits(text, [...blocks, ...ciphertextEdits(opened, plan.dataKey)]);
  const values = leafValues(insideOf(opened).documents);
  const signed = signText({ text: changed, file, dataKey: plan.dataKey, values, now });
  return signed.ok ? success(encryptedFile(file, signed.value)) : signed;
}

/** Values, MAC and time are as they were; read back all the same. */
function rewrapped(opened: OpenedFile, blocks: readonly Edit[]): Result<EncryptedFile> {
  const { file, text } = opened.source;
  const changed = applyEdits(text, blocks);
  const parsed = parseEncrypted(changed, file);
  const reopened = parsed.ok ? openWithKey(parsed.value, insideOf(opened).dataKey) : parsed;
  if (!reopened.ok || !reopened.value.macValid) {
    throw new Error(`bug: ${file} was wrapped wrongly and is not written`);
  }
  return success(encryptedFile(file, changed));
}

function refusals({ source, macValid }: OpenedFile): Diagnostic[] {
  const { file, format, documents } = source;
  const refuse = (what: string): Diagnostic =>
    errorAt('secrets/rekey', `${file} cannot be given other keys: ${what}`, { file });
  const problems: Diagnostic[] = [];
  if (!macValid) problems.push(refuse('its MAC does not hold, so it was changed without its key'));
  const flow = documents.some(({ root }) => {
    const block = entryOf(root, METADATA_KEY)?.value;
    return root.flow || (block?.kind === 'map' && block.flow);
  });
  if (format === 'dotenv' || flow) problems.push(refuse('it is no YAML in block layout; use sops'));
  return problems;
}

function blockEdits({ source }: OpenedFile, metadata: SopsMetadata): Edit[] {
  return source.documents.flatMap(({ root }) => {
    const entry = entryOf(root, METADATA_KEY);
    return entry === undefined ? [] : [blockEdit(source, entry, metadata)];
  });
}

function ciphertextEdits(opened: OpenedFile, dataKey: Buffer): Edit[] {
  const { dataKey: oldKey, documents } = insideOf(opened);
  const reseal = resealer(oldKey, dataKey);
  const edits = documents.flatMap((document) =>
    [...placedLeaves(document, false)].flatMap(({ leaf, flow }): Edit[] => {
      const sealed = leaf.sealed && reseal(leaf.sealed, additionalData(leaf.path));
      return sealed === undefined || sealed === '' ? [] : [ciphertextEdit(leaf, sealed, flow)];
    }),
  );
  return [...edits, ...commentEdits(opened, oldKey, reseal)];
}

interface PlacedLeaf {
  readonly leaf: OpenLeaf;
  readonly flow: boolean;
}

/** Leaves with the style of their collection. */
function* placedLeaves(node: OpenNode, flow: boolean): Generator<PlacedLeaf> {
  if (node.kind === 'leaf') {
    yield { leaf: node, flow };
    return;
  }
  const inner = node.node.kind !== 'scalar' && node.node.flow;
  if (node.kind === 'list') {
    for (const item of node.items) yield* placedLeaves(item, inner);
    return;
  }
  for (const { value } of node.entries) yield* placedLeaves(value, inner);
}

type Reseal = (sealed: string, additional: string) => string | undefined;

/** The same bytes under another key; undefined when the ciphertext is not one of this place. */
function resealer(oldKey: Buffer, newKey: Buffer): Reseal {
  return (sealed, additional) => {
    const parsed = parseCiphertext(sealed);
    const bytes = parsed && decrypt(oldKey, parsed, additional);
    if (parsed === undefined || bytes === undefined) return undefined;
    return encrypt(newKey, { type: parsed.type as PlaintextType, bytes }, additional);
  };
}

/** Those among the items of a list are leaves. */
function commentEdits({ source }: OpenedFile, oldKey: Buffer, reseal: Reseal): Edit[] {
  return sealedComments(source, oldKey).flatMap(({ span, sealed, opened }): Edit[] => {
    const renewed = opened && reseal(sealed, opened.additional);
    const isComment = source.text[span.start] === '#';
    return renewed === undefined || !isComment ? [] : [{ span, text: `#${renewed}` }];
  });
}
