import type { JsonObject } from '../../core/json.ts';
import { record, text } from '../graph/fields.ts';
import { isBase64 } from '../schema/formats.ts';
import { conflictIf, missing, type Conflict, type StructChecks } from './conflict.ts';

/** What ConfigMaps and Secrets have to keep to. */
export const DATA_CHECKS: StructChecks = {
  'core.ConfigMap': (map) => {
    const texts = record(map, 'data');
    return Object.keys(record(map, 'binaryData')).flatMap((key) =>
      conflictIf(Object.hasOwn(texts, key), ['binaryData', key], 'must not stand in data too'),
    );
  },
  'core.Secret': secret,
};

/** Type → the keys that a Secret of it needs. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
};

const ACCOUNT = 'kubernetes.io/service-account.name';

function secret(object: JsonObject): Conflict[] {
  const type = text(object, 'type') ?? 'Opaque';
  const keys = new Set(
    ['data', 'stringData'].flatMap((field) => Object.keys(record(object, field))),
  );
  const isToken = type === 'kubernetes.io/service-account-token';
  const isLogin = type === 'kubernetes.io/basic-auth';
  const needed = Object.hasOwn(KEYS, type) ? (KEYS[type] ?? []) : [];
  return [
    ...needed
      .filter((key) => !keys.has(key))
      .map((key) => missing(['data', key], `a Secret of type ${type} needs it`)),
    ...(isLogin && !keys.has('username') && !keys.has('password')
      ? [missing(['data', 'password'], `a Secret of type ${type} needs it, or username`)]
      : []),
    ...needed.filter((key) => key.startsWith('.')).flatMap((key) => logins(object, key)),
    ...(isToken && text(object, 'metadata', 'annotations', ACCOUNT) === undefined
      ? [missing(['metadata', 'annotations', ACCOUNT], `a Secret of type ${type} needs it`)]
      : []),
  ];
}

/** Text that is no base64 is told already. */
function logins(object: JsonObject, key: string): Conflict[] {
  const encoded = text(object, 'data', key);
  const plain = text(object, 'stringData', key);
  const written =
    plain ?? (encoded !== undefined && isBase64(encoded) ? fromBase64(encoded) : '{}');
  if (isJson(written)) return [];
  const field = plain === undefined ? 'data' : 'stringData';
  return [
    {
      path: [field, key],
      code: 'schema/format',
      must: `must be a mapping in JSON${plain === undefined ? ', in base64' : ''}`,
    },
  ];
}

function fromBase64(encoded: string): string {
  return Buffer.from(encoded, 'base64').toString('utf8');
}

function isJson(written: string): boolean {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
}
