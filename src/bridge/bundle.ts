import type { Bundle } from '../../generated/bundle.ts';
import { bundleSchema } from '../../generated/bundle.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { errorAt } from '../core/diagnostic.ts';
import { isJsonObject } from '../core/json.ts';
import type { Result } from '../core/result.ts';
import { failure, success } from '../core/result.ts';
import { describeMismatches } from './mismatch.ts';

export type { Bundle } from '../../generated/bundle.ts';
export { bundleSchema } from '../../generated/bundle.ts';

/** The version of the bundle contract that this program reads (nix/bridge/contract.nix). */
export const CONTRACT = 'gantry/v1' satisfies Bundle['contract'];

/**
 * The output of `nix eval --json …bundle`, parsed, as a bundle. The value itself is given back, not
 * zod's copy of it: a copy would lose keys such as `__proto__` out of the objects. Another contract
 * is one `config/contract` finding; everything else that does not fit is one `nix/bundle` finding each.
 */
export function decodeBundle(value: unknown): Result<Bundle> {
  const contract = isJsonObject(value) ? value['contract'] : undefined;
  if (contract !== CONTRACT) return failure(otherContract(contract));
  const parsed = bundleSchema.safeParse(value);
  if (parsed.success) return success(value as Bundle);
  return failure(
    ...describeMismatches(parsed.error, value).map(({ path, sentence }) =>
      errorAt('nix/bundle', `the bundle does not follow contract ${CONTRACT}: ${sentence}`, {
        pointer: path,
        help: 'this is a bug in the Nix side or in what replaces it; use nix/ and the CLI of one version of Gantry',
      }),
    ),
  );
}

function otherContract(contract: unknown): Diagnostic {
  const found =
    typeof contract === 'string' ? `contract ${JSON.stringify(contract)}` : 'no contract version';
  return errorAt(
    'config/contract',
    `the Nix side sends ${found}, this program reads contract "${CONTRACT}"`,
    {
      help: 'take the `gantry` flake input and the `gantry` program from the same version of Gantry',
    },
  );
}
