import { randomBytes } from 'node:crypto';
import { errorAt } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { wrapKey } from './age.ts';
import { unwrapWith, type Identities } from './identities.ts';
import { recipientsOf, type SopsMetadata, type WrappedKey } from './metadata.ts';
import { combine, split } from './shamir.ts';

const KEY_BYTES = 32;

export function newDataKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** Opens the data key of a file. `secrets/no-identity` names the recipients and where identities were looked for. */
export async function openDataKey(
  metadata: SopsMetadata,
  identities: Identities,
  file: string,
): Promise<Result<Buffer>> {
  const parts: Buffer[] = [];
  for (const group of metadata.keyGroups) {
    const part = await openGroup(group, identities);
    if (part !== undefined) parts.push(part);
  }
  const needed = metadata.keyGroups.length === 1 ? 1 : metadata.threshold;
  if (parts.length < needed)
    return failure(noIdentity(metadata, identities, file), ...identities.problems);
  const key = metadata.keyGroups.length === 1 ? parts[0] : combine(parts);
  if (key?.length === KEY_BYTES) return success(key);
  return failure(
    errorAt('secrets/tampered', `${file}: what its key entries hold is no data key`, { file }),
  );
}

/** Wraps the data key for every recipient of every group; more than one group share it (SOPS.md §4). */
export async function wrapDataKey(
  key: Buffer,
  groups: readonly (readonly string[])[],
  threshold: number | undefined,
): Promise<WrappedKey[][]> {
  const needed = threshold === undefined || threshold === 0 ? groups.length : threshold;
  const parts = groups.length === 1 ? [key] : split(key, groups.length, needed);
  return Promise.all(
    groups.map((group, index) =>
      Promise.all(
        group.map(async (recipient) => ({
          recipient,
          enc: await wrapKey(parts[index] ?? key, recipient),
        })),
      ),
    ),
  );
}

async function openGroup(
  group: readonly WrappedKey[],
  identities: Identities,
): Promise<Buffer | undefined> {
  for (const { enc } of group) {
    const part = await unwrapWith(identities, enc);
    if (part !== undefined) return part;
  }
  return undefined;
}

function noIdentity(metadata: SopsMetadata, identities: Identities, file: string) {
  const recipients = [...recipientsOf(metadata), ...metadata.services].join(', ');
  const groups = metadata.keyGroups.length;
  const needed =
    groups > 1 ? ` (identities for ${metadata.threshold} of ${groups} key groups are needed)` : '';
  return errorAt('secrets/no-identity', `${file}: no identity here opens it${needed}`, {
    file,
    help: `it is encrypted for ${recipients}; looked for identities in ${identities.searched.join(', ')}`,
  });
}
