import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Result } from '../../src/core/result.ts';
import { Secret } from '../../src/core/secret.ts';
import { isTreeObject, type Tree, type TreeObject } from '../../src/core/tree.ts';
import {
  creationRuleFor,
  parseSopsConfig,
  type CreationRule,
} from '../../src/sops/creation-rules.ts';
import { parseEncrypted } from '../../src/sops/encrypted-file.ts';
import { loadIdentities, type Identities } from '../../src/sops/identities.ts';
import { openSops, type OpenedFile } from '../../src/sops/open.ts';
import { sealManifest, type Sealed } from '../../src/sops/seal.ts';

/** An age key pair made for this test run. */
export interface Person {
  readonly identity: string;
  readonly recipient: string;
}

export async function person(): Promise<Person> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

export function identitiesOf(...people: readonly Person[]): Promise<Identities> {
  const key = people.map(({ identity }) => identity).join('\n');
  return loadIdentities({ env: { SOPS_AGE_KEY: key }, home: '/nonexistent', ageKeyFiles: [] });
}

/** The value of a result that must be a success. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 2));
  return result.value;
}

export function codesOf(result: Result<unknown>): string[] {
  return result.ok ? [] : result.diagnostics.map((diagnostic) => diagnostic.code);
}

export function ruleFor(
  people: readonly Person[],
  fields = 'encrypted_regex: ^(data|stringData)$',
): CreationRule {
  const age = people.map(({ recipient }) => recipient).join(',');
  const config = `creation_rules:\n  - age: ${age}\n    ${fields}\n`;
  const rule = creationRuleFor(valueOf(parseSopsConfig(config, '.sops.yaml')), 'any/file.yaml');
  if (rule === undefined) throw new Error('no rule');
  return rule;
}

export async function open(text: string, identities: Identities): Promise<OpenedFile> {
  return valueOf(await openSops(valueOf(parseEncrypted(text, 'x.enc.yaml')), identities));
}

export const NOW = new Date('2026-01-01T10:20:30.456Z');
export const LATER = new Date('2026-02-03T04:05:06.789Z');

/** Seals objects, as a new file or over a previous text. */
export async function seal(
  objects: readonly TreeObject[],
  rule: CreationRule,
  previous?: { readonly text: string; readonly identities: Identities },
): Promise<Sealed> {
  const opened = previous && (await open(previous.text, previous.identities));
  const input = {
    path: 'x.enc.yaml',
    objects,
    rule,
    previous: opened,
    now: previous ? LATER : NOW,
  };
  return valueOf(await sealManifest(input));
}

/** The tree with its secrets laid open. */
export function reveal(tree: Tree): unknown {
  if (tree instanceof Secret) return Secret.reveal(tree);
  if (Array.isArray(tree)) return tree.map(reveal);
  if (!isTreeObject(tree)) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, reveal(value)]));
}

/** Lines of `after` that are not in `before`, each cut before its first colon's value. */
export function changedLines(before: string, after: string): string[] {
  const old = before.split('\n');
  return after.split('\n').filter((line, index) => line !== old[index]);
}
