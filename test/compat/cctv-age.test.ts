import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { armor } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { openerFor, unlockIdentityFile, unwrapKey } from '../../src/sops/age.ts';

/** A checkout of C2SP/CCTV. */
const folder = join(process.env['CCTV'] ?? '/nonexistent', 'age', 'testdata');
const vectors = existsSync(folder) ? readdirSync(folder).sort() : [];

interface Vector {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: Buffer;
}

function readVector(name: string): Vector {
  const bytes = readFileSync(join(folder, name));
  const end = bytes.indexOf('\n\n');
  const lines = bytes.subarray(0, end).toString().split('\n');
  const fields = lines.map((line) => line.split(': ', 2) as [string, string]);
  const body = bytes.subarray(end + 2);
  const isPacked = fields.some(([field, value]) => field === 'compressed' && value === 'zlib');
  return { fields: new Map(fields), file: isPacked ? inflateSync(body) : body };
}

function opened({ fields, file }: Vector): Promise<Buffer | undefined> {
  const passphrase = fields.get('passphrase');
  if (passphrase !== undefined) return unlockIdentityFile(file, passphrase);
  const armored = fields.get('armored') === 'yes' ? file.toString('latin1') : armor.encode(file);
  return unwrapKey(armored, openerFor([fields.get('identity') ?? ''], []).opener);
}

describe.skipIf(vectors.length === 0)('the age vectors of C2SP', () => {
  test.each(vectors)('%s', async (name) => {
    const vector = readVector(name);
    const content = await opened(vector);
    const digest = content && createHash('sha256').update(content).digest('hex');
    const isRight = vector.fields.get('expect') === 'success';
    expect(digest).toBe(isRight ? vector.fields.get('payload') : undefined);
  });
});
