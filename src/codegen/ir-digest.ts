import type { Ir } from '../bridge/ir.ts';
import type { Digest } from '../core/digest.ts';
import { sha256 } from '../core/digest.ts';
import type { Json } from '../core/json.ts';
import { canonicalJson } from '../core/json.ts';

/** Digest of an IR, independent of the order of its keys. */
export function irDigest(ir: Ir): Digest {
  // Through JSON text, so that members that are undefined count as missing.
  return sha256(canonicalJson(JSON.parse(JSON.stringify(ir)) as Json));
}
