import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nixString, root } from '../nix/evaluate.ts';

/** A copy of nixpkgs' lib/tests whose `import ../default.nix` is Gantry's lib. */
export function testsWithOurLib(checkout: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'gantry-compat-'));
  cpSync(join(checkout, 'tests'), join(folder, 'lib/tests'), { recursive: true });
  writeFileSync(join(folder, 'lib/default.nix'), `import (/. + ${nixString(root)} + "/nix/lib")\n`);
  return {
    folder: join(folder, 'lib/tests'),
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
