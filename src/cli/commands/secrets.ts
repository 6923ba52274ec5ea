import type { Command } from 'commander';
import { addAudit } from './secrets/audit.ts';
import { addEdit } from './secrets/edit.ts';
import { addGet } from './secrets/get.ts';
import { addLs } from './secrets/ls.ts';
import { addNew } from './secrets/new.ts';
import { addPick } from './secrets/pick.ts';
import { addRm } from './secrets/rm.ts';
import { addRotate } from './secrets/rotate.ts';
import { addSet } from './secrets/set.ts';
import { addUpdatekeys } from './secrets/updatekeys.ts';

const EXAMPLES = `
Examples:
  gantry secrets ls                      all keys, with the modules that use them
  gantry secrets set api_token           asks for the value
  gantry secrets pick                    search, show, copy, change`;

/** `gantry secrets`: the values and the keys of secret stores. */
export function addSecrets(program: Command): void {
  const secrets = program
    .command('secrets')
    .description('list, show, change and audit the values of secret stores')
    .addHelpText('after', EXAMPLES);
  for (const add of [
    addLs,
    addGet,
    addSet,
    addRm,
    addEdit,
    addNew,
    addRotate,
    addUpdatekeys,
    addAudit,
    addPick,
  ])
    add(secrets);
}
