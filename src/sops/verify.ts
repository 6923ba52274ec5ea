import { canonicalJson, type Json } from '../core/json.ts';
import { decryptDocuments } from './decrypt.ts';
import { parseEncrypted } from './encrypted-file.ts';
import type { SopsMetadata } from './metadata.ts';
import type { OpenNode } from './open-tree.ts';
import { needsSealing, type TargetNode } from './target.ts';
import { valueIdentity } from './value.ts';

/**
 * Reads a finished text as anybody else will and compares it with what it should hold: every value,
 * every key, their order, the MAC, the recipients, and that each selected leaf is ciphertext. What
 * does not agree is a bug in this folder: it throws, and nothing gets written.
 */
export function verifySealed(sealed: {
  readonly path: string;
  readonly text: string;
  readonly dataKey: Buffer;
  readonly metadata: SopsMetadata;
  readonly targets: readonly TargetNode[];
}): void {
  const { path, text, dataKey, metadata, targets } = sealed;
  const parsed = parseEncrypted(text, path);
  if (!parsed.ok) throw wrong(path, parsed.diagnostics[0]?.message ?? 'unreadable');
  const decrypted = decryptDocuments(parsed.value, dataKey);
  const [problem] = decrypted.problems;
  if (problem !== undefined) throw wrong(path, problem.message);
  if (!decrypted.macValid) throw wrong(path, 'the MAC does not hold');
  if (textOf(parsed.value.metadata) !== textOf(metadata)) {
    throw wrong(path, 'its sops block reads back differently');
  }
  const { documents } = decrypted;
  const agree =
    documents.length === targets.length && documents.every((node, i) => agrees(targets[i], node));
  if (!agree) throw wrong(path, 'its values read back differently');
}

/** Entries of key services are kept with their fields in any order. */
function textOf(metadata: SopsMetadata): string {
  return canonicalJson(metadata as unknown as Json);
}

function agrees(target: TargetNode | undefined, node: OpenNode): boolean {
  if (target === undefined) return false;
  if (target.kind === 'leaf') {
    if (node.kind !== 'leaf' || valueIdentity(node.value) !== valueIdentity(target.value))
      return false;
    return (
      node.selected === target.selected && (node.sealed !== undefined) === needsSealing(target)
    );
  }
  if (target.kind === 'list') {
    if (node.kind !== 'list') return false;
    const items = node.items.filter((item) => item.kind !== 'leaf' || !item.comment);
    return (
      items.length === target.items.length &&
      items.every((item, i) => agrees(target.items[i], item))
    );
  }
  return (
    node.kind === 'map' &&
    node.entries.length === target.entries.length &&
    node.entries.every(
      ({ entry, value }, i) =>
        entry.key === target.entries[i]?.key && agrees(target.entries[i].value, value),
    )
  );
}

function wrong(path: string, reason: string): Error {
  return new Error(`bug: ${path} was sealed wrongly and is not written: ${reason}`);
}
