import { isJsonObject, type Json } from '../../core/json.ts';
import { toDotted } from '../../core/pointer.ts';
import type { Finding } from '../schema/finding.ts';
import type { TreeEntry } from '../schema/tree-object.ts';
import { dataKey } from './syntax.ts';

const MOST_BYTES = 1024 * 1024;

/** Keys and size of ConfigMaps and Secrets. */
export function checkData({ object }: TreeEntry): Finding[] {
  const { apiVersion, kind } = object;
  if (apiVersion !== 'v1' || (kind !== 'ConfigMap' && kind !== 'Secret')) return [];
  const parts = ['data', 'binaryData', 'stringData'].flatMap((field) => {
    const map = object[field];
    return isJsonObject(map) ? [{ field, map }] : [];
  });
  const keys = parts.flatMap(({ field, map }) =>
    Object.keys(map).flatMap((key): Finding[] => {
      const wanted = dataKey(key);
      const path = [field, key];
      const message = `the key of ${toDotted(path)} must be ${wanted ?? ''}`;
      return wanted === undefined ? [] : [{ code: 'metadata/data-key', path, message }];
    }),
  );
  const bytes = parts
    .flatMap(({ field, map }) =>
      Object.values(map).map((value) => size(value, field, kind === 'Secret')),
    )
    .reduce((sum, count) => sum + count, 0);
  if (bytes <= MOST_BYTES) return keys;
  const message = `the data of this ${kind} is ${bytes} bytes; at most ${MOST_BYTES} are allowed`;
  return [...keys, { code: 'metadata/size', path: [parts[0]?.field ?? 'data'], message }];
}

/** Bytes as the server counts them: base64 decoded. */
function size(value: Json, field: string, isSecret: boolean): number {
  if (typeof value !== 'string') return 0;
  const isBase64 = field === 'binaryData' || (isSecret && field === 'data');
  return isBase64 ? Math.floor((value.length * 3) / 4) : Buffer.byteLength(value);
}
