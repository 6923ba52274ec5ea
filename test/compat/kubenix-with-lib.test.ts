// Real kubenix gives the same objects under the embedded lib as under nixpkgs'.
// Runs when NIXPKGS_LIB and KUBENIX name the folder of a nixpkgs lib and of kubenix.

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluated, hasNix, nixString, root } from '../nix/evaluate.ts';

const checkout = process.env['NIXPKGS_LIB'];
const kubenix = process.env['KUBENIX'];

test.skipIf(!hasNix || checkout === undefined || kubenix === undefined)(
  'kubenix evaluates to the same objects',
  () => {
    const under = (lib: string) =>
      evaluated(
        `import ./test/compat/kubenix.nix { lib = ${nixString(lib)}; kubenix = ${nixString(kubenix ?? '')}; }`,
      );
    expect(under(join(root, 'nix/lib'))).toEqual(under(checkout ?? ''));
  },
);
