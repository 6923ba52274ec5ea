import { Option, type Command } from 'commander';
import type { ListedKey } from '../../../pipeline/secrets/list.ts';
import {
  parseSeconds,
  toRunOptions,
  withCommonOptions,
  type CommonArguments,
} from '../../arguments.ts';
import { endCommand } from '../../end.ts';
import { FullScreen } from '../../screen/full-screen.ts';
import { linesOf, matching, pressed, START, type Entry } from '../../screen/pick-list.ts';
import { runLs } from './ls.ts';
import { actOn, type Done } from './pick-actions.ts';

/** Arguments of `gantry secrets pick`. */
export interface PickArguments extends CommonArguments {
  readonly clearAfter: number;
}

/** Something that can be picked: a key, or one to be made. */
export interface Choice extends Entry {
  readonly key: string;
  readonly store?: string;
  readonly exists: boolean;
}

const EXAMPLES = `
Type to search. Enter offers what to do with a key: show, copy, set, generate, edit its store, remove. What no key is called
is offered to be made. Values are shown on a screen without scrollback. A copy goes to wl-copy, xclip, xsel, pbcopy or
clip.exe, else to the clipboard of the terminal (OSC 52), and is cleared after a while, or when the picker ends.

Examples:
  gantry secrets pick
  gantry secrets pick --clear-after 10`;

/** `gantry secrets pick` */
export function addPick(secrets: Command): void {
  withCommonOptions(secrets.command('pick'))
    .description('search for a key and choose what to do with it; without a terminal: ls')
    .addOption(
      new Option('--clear-after <seconds>', 'how long a copied value stays on the clipboard')
        .argParser(parseSeconds)
        .default(45),
    )
    .addHelpText('after', EXAMPLES)
    .action(runPick);
}

async function runPick(given: PickArguments): Promise<void> {
  const isSmart = process.stdin.isTTY && process.stdout.isTTY && process.env['TERM'] !== 'dumb';
  if (!isSmart || given.json) return runLs(given);
  const { listSecrets } = await import('../../../pipeline/secrets/list.ts');
  const result = await listSecrets(toRunOptions(given));
  if (!result.ok) {
    endCommand({ json: false, diagnostics: result.diagnostics });
    return;
  }
  const screen = new FullScreen();
  let done: Done | undefined;
  try {
    done = await pick(screen, result.value.keys, given);
  } finally {
    screen.close();
  }
  await done?.();
}

/** Chooses until something is to be done that needs the ordinary screen, or nothing more. */
async function pick(
  screen: FullScreen,
  keys: readonly ListedKey[],
  given: PickArguments,
): Promise<Done | undefined> {
  let list = START;
  for (;;) {
    const choices = choicesFor(keys, list.filter);
    screen.draw(linesOf(list, choices, screen.rows));
    const key = await screen.key();
    if (key === undefined || ('name' in key && /^(escape|end)$/.test(key.name))) return undefined;
    if ('name' in key && key.name === 'enter') {
      const chosen = choices[list.cursor];
      const done = chosen && (await actOn(chosen, screen, given));
      if (done !== undefined) return done;
    } else list = pressed(list, key, (filter) => choicesFor(keys, filter).length);
  }
}

/** The keys that match, and one to be made where none has the name that was typed. */
function choicesFor(keys: readonly ListedKey[], filter: string): Choice[] {
  const name = filter.trim();
  const isNew = /^[^\s#]+$/.test(name) && keys.every(({ key }) => key !== name);
  const found = matching(keys.map(choiceOf), filter);
  return isNew
    ? [
        ...found,
        { text: `new key ${name}`, note: 'in the default store', key: name, exists: false },
      ]
    : found;
}

function choiceOf({ store, key, usedBy, exists }: ListedKey): Choice {
  const note = exists ? usedBy.join(', ') || 'unused' : 'MISSING';
  return { text: `${store}#${key}`, note, key, store, exists };
}
