import { Timestamp, type ScalarValue } from './node.ts';
import { resolvePlain } from './plain-scalar.ts';

const CORE = 'tag:yaml.org,2002:';

/**
 * The value of a scalar with its tag, as go-yaml resolves it: without a tag only plain scalars are
 * more than text; tags it does not know are dropped and leave text. Undefined when text and tag disagree.
 */
export function resolveTagged(
  tag: string | undefined,
  text: string,
  plain: boolean,
): ScalarValue | undefined {
  if (tag === undefined) return plain ? resolvePlain(text) : text;
  if (!tag.startsWith(CORE)) return text;
  const name = tag.slice(CORE.length);
  if (name === 'binary') return decodeBase64(text);
  const resolved = resolvePlain(text);
  switch (name) {
    case 'null':
      return resolved === null ? null : undefined;
    case 'bool':
      return typeof resolved === 'boolean' ? resolved : undefined;
    case 'int':
      return typeof resolved === 'bigint' ? resolved : undefined;
    case 'float':
      if (typeof resolved === 'bigint') return Number(resolved);
      return typeof resolved === 'number' ? resolved : undefined;
    case 'timestamp':
      return resolved instanceof Timestamp ? resolved : undefined;
    default:
      return text;
  }
}

/** Bytes of `!!binary`; as text when they are valid UTF-8, since go-yaml decodes them into a string. */
function decodeBase64(text: string): ScalarValue | undefined {
  const compact = text.replace(/\s/g, '');
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(compact)) {
    return undefined;
  }
  const bytes = Buffer.from(compact, 'base64');
  const decoded = bytes.toString('utf8');
  return Buffer.from(decoded, 'utf8').equals(bytes) ? decoded : new Uint8Array(bytes);
}
