import { randomBytes } from 'node:crypto';
import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { all, failure, success, type Result } from '../core/result.ts';
import { wrapKey } from './age.ts';
import { unwrapWith, type Identities } from './identities.ts';
import { asKeyGroupItem } from './key-services.ts';
import { recipientsOf, type SopsMetadata, type WrappedKey } from './metadata.ts';
import { combine, split } from './shamir.ts';

const KEY_BYTES = 32;

export function newDataKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/**
 * Opens the data key of a file: with the identities here, then, where those do not suffice, with the program sops for
 * keys of other services. `secrets/no-identity` names the recipients and where identities were looked for,
 * `secrets/wrong-identity` the recipients and the public halves of the identities that were found.
 */
export async function openDataKey(
  metadata: SopsMetadata,
  identities: Identities,
  file: string,
): Promise<Result<Buffer>> {
  const { keyGroups } = metadata;
  const needed = keyGroups.length === 1 ? 1 : metadata.threshold;
  const parts: Buffer[] = [];
  const closed: (readonly WrappedKey[])[] = [];
  for (const group of keyGroups) {
    const part = await unwrapWith(identities, ofAge(group));
    if (part === undefined) closed.push(group);
    else parts.push(part);
  }
  const problems: Diagnostic[] = [];
  for (const group of closed) {
    const keys = group.filter(({ entry }) => entry !== undefined);
    if (parts.length >= needed || keys.length === 0) continue;
    const part = await unwrapWithService(keys);
    if (part.ok) parts.push(part.value);
    else problems.push(...part.diagnostics);
  }
  if (parts.length < needed) {
    const why = await closedFile(metadata, identities, file);
    return failure(why, ...problems, ...identities.problems);
  }
  const key = keyGroups.length === 1 ? parts[0] : combine(parts);
  forgetParts(parts, key);
  if (key?.length === KEY_BYTES) return success(key);
  return failure(
    errorAt('secrets/tampered', `${file}: what its key entries hold is no data key`, { file }),
  );
}

/**
 * Wraps the data key for every recipient of every group; more than one group share it (SOPS.md §4). Codes
 * `secrets/plugin` and `secrets/key-service` where a program that is needed for it is missing or refuses.
 */
export async function wrapDataKey(
  key: Buffer,
  groups: readonly (readonly string[])[],
  threshold: number | undefined,
): Promise<Result<WrappedKey[][]>> {
  const needed = threshold === undefined || threshold === 0 ? groups.length : threshold;
  const parts = groups.length === 1 ? [key] : split(key, groups.length, needed);
  const wrapped = await Promise.all(
    groups.map((group, index) => wrapGroup(parts[index] ?? key, group)),
  );
  forgetParts(parts, key);
  return all(wrapped);
}

/** The only part of a key that is not shared is the key. */
function forgetParts(parts: readonly Buffer[], key: Buffer | undefined): void {
  for (const part of parts) if (part !== key) part.fill(0);
}

async function wrapGroup(
  part: Buffer,
  recipients: readonly string[],
): Promise<Result<WrappedKey[]>> {
  const ofService = recipients.filter((recipient) => asKeyGroupItem(recipient) !== undefined);
  const others = recipients.filter((recipient) => !ofService.includes(recipient));
  const wrapped = await Promise.all([
    ...others.map((recipient) => wrapForAge(part, recipient)),
    ...(ofService.length === 0 ? [] : [wrapForServices(part, ofService)]),
  ]);
  const keys = all(wrapped);
  return keys.ok ? success(keys.value.flat()) : keys;
}

async function wrapForAge(part: Buffer, recipient: string): Promise<Result<WrappedKey[]>> {
  const enc = await wrapKey(part, recipient);
  return enc.ok ? success([{ recipient, enc: enc.value }]) : enc;
}

async function wrapForServices(part: Buffer, recipients: readonly string[]) {
  const { wrapWithSops } = await import('./sops-program.ts');
  return wrapWithSops(part, recipients);
}

async function unwrapWithService(keys: readonly WrappedKey[]): Promise<Result<Buffer>> {
  const { unwrapWithSops } = await import('./sops-program.ts');
  return unwrapWithSops(keys);
}

function ofAge(group: readonly WrappedKey[]): WrappedKey[] {
  return group.filter(({ entry }) => entry === undefined);
}

async function closedFile(
  metadata: SopsMetadata,
  identities: Identities,
  file: string,
): Promise<Diagnostic> {
  const recipients = lines(recipientsOf(metadata));
  const groups = metadata.keyGroups.length;
  const needed =
    groups > 1 ? ` (identities for ${metadata.threshold} of ${groups} key groups are needed)` : '';
  const tried = await identities.tried();
  if (tried.length === 0) {
    return errorAt(
      'secrets/no-identity',
      `${file}: there is no identity to open it with${needed}`,
      {
        file,
        help: `it is encrypted for${recipients}\nlooked for an identity of one of them in ${identities.searched.join(', ')}`,
      },
    );
  }
  return errorAt(
    'secrets/wrong-identity',
    `${file}: none of the identities found here opens it${needed}`,
    { file, help: `it is encrypted for${recipients}\nfound here${lines(tried)}` },
  );
}

function lines(items: readonly string[]): string {
  return items.map((item) => `\n  ${item}`).join('');
}
