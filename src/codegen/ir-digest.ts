import type { Ir } from '../bridge/ir.ts';
import type { Digest } from '../core/digest.ts';
import { sha256 } from '../core/digest.ts';
import type { Json } from '../core/json.ts';
import { canonicalJson } from '../core/json.ts';

/** Digest of an IR, independent of the order of its keys. */
export function irDigest(ir: Ir): Digest {
  return sha256(canonicalJson(ir as unknown as Json));
}
