import type { Command } from 'commander';
import type { ListedKey } from '../../../pipeline/secrets/list.ts';
import { toRunOptions, withCommonOptions, type CommonArguments } from '../../arguments.ts';
import { Asker } from '../../ask.ts';
import { endCommand } from '../../end.ts';
import { runEdit } from './edit.ts';
import { runGet } from './get.ts';
import { runLs } from './ls.ts';
import { runRm } from './rm.ts';
import { setAndEnd } from './set.ts';

/** `gantry secrets pick` */
export function addPick(secrets: Command): void {
  withCommonOptions(secrets.command('pick'))
    .description('choose a key from a list and what to do with it; without a terminal: ls')
    .action(runPick);
}

async function runPick(given: CommonArguments): Promise<void> {
  const interactive = process.stdin.isTTY && process.stdout.isTTY && !given.json;
  if (!interactive) return runLs(given);
  const { listSecrets } = await import('../../../pipeline/secrets/list.ts');
  const result = await listSecrets(toRunOptions(given));
  if (!result.ok) {
    endCommand({ json: false, diagnostics: result.diagnostics });
    return;
  }
  const terminal = new Asker(process.stdout);
  const chosen = await choose(terminal, result.value.keys);
  terminal.close();
  if (chosen !== undefined) await chosen(given);
}

type Action = (given: CommonArguments) => Promise<void>;

async function choose(terminal: Asker, keys: readonly ListedKey[]): Promise<Action | undefined> {
  const width = String(keys.length).length;
  for (const [index, { store, key, usedBy, usedElsewhere, exists }] of keys.entries()) {
    const users = [...usedBy, ...(usedElsewhere === undefined ? [] : [usedElsewhere])];
    const use = exists ? users.join(', ') || 'unused' : 'MISSING';
    process.stdout.write(`${String(index + 1).padStart(width)}  ${store}#${key}  ${use}\n`);
  }
  const number = await terminal.ask('Which one? (number, nothing to leave) ');
  const picked = keys[Number(number) - 1];
  if (picked === undefined) return undefined;
  const answer = await terminal.ask('[s]how, [g]enerate anew (hex:32), [e]dit store, [r]emove? ');
  return actionFor(picked, (answer ?? '').toLowerCase());
}

function actionFor({ store, key }: ListedKey, answer: string): Action | undefined {
  switch (answer) {
    case 's':
      return (given) => runGet(key, { ...given, store });
    case 'g':
      return (given) => setAndEnd({ key, value: { generate: 'hex:32' } }, { ...given, store });
    case 'e':
      return (given) => runEdit({ ...given, store });
    case 'r':
      return (given) => runRm(key, { ...given, store });
    default:
      return undefined;
  }
}
