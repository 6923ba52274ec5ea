import type { Diagnostic } from '../../../core/diagnostic.ts';
import { toRunOptions } from '../../arguments.ts';
import { endCommand } from '../../end.ts';
import type { FullScreen } from '../../screen/full-screen.ts';
import { styled } from '../../style.ts';
import { runEdit } from './edit.ts';
import type { Choice, PickArguments } from './pick.ts';
import { runRm } from './rm.ts';
import { askAndSet, setAndEnd } from './set.ts';

/** What is left to do on the ordinary screen. */
export type Done = () => Promise<void> | void;

interface Action {
  readonly letter: string;
  readonly words: string;
  /** Undefined: back to the list. */
  readonly run: () => Promise<Done | undefined>;
}

/** Offers what can be done with a key, and does it; undefined when the list is to be shown again. */
export async function actOn(
  choice: Choice,
  screen: FullScreen,
  given: PickArguments,
): Promise<Done | undefined> {
  const actions = actionsFor(choice, screen, given);
  screen.draw([
    styled('bold', choice.text),
    '',
    ...actions.map(({ letter, words }) => `  ${styled('bold', letter)}  ${words}`),
    '',
    styled('dim', 'any other key goes back'),
  ]);
  const key = await screen.key();
  const letter = key !== undefined && 'text' in key ? key.text.toLowerCase() : '';
  return actions.find((action) => action.letter === letter)?.run();
}

function actionsFor(choice: Choice, screen: FullScreen, given: PickArguments): Action[] {
  const { key, store } = choice;
  const at = store === undefined ? given : { ...given, store };
  const later = (done: Done) => () => Promise.resolve(done);
  const making: Action[] = [
    { letter: 't', words: 'type a value', run: later(() => askAndSet(key, at)) },
    {
      letter: 'g',
      words: 'generate one (hex:32)',
      run: later(() => setAndEnd({ key, value: { generate: 'hex:32' } }, at)),
    },
  ];
  if (!choice.exists || store === undefined) return making;
  const value = { key, store };
  return [
    { letter: 's', words: 'show its value here', run: () => show(value, screen, given) },
    {
      letter: 'c',
      words: `copy its value for ${given.clearAfter} seconds`,
      run: () => copy(value, screen, given),
    },
    ...making,
    { letter: 'e', words: 'edit its store', run: later(() => runEdit(at)) },
    { letter: 'r', words: 'remove it', run: () => remove(value, screen, given) },
  ];
}

type Place = Required<Pick<Choice, 'key' | 'store'>>;

async function show(place: Place, screen: FullScreen, given: PickArguments) {
  const { getSecret } = await import('../../../pipeline/secrets/get.ts');
  const found = await getSecret(place, toRunOptions(given));
  if (!found.ok) return failed(found);
  const hint = styled('dim', 'any key goes back; nothing of it stays on the screen');
  screen.draw([styled('bold', nameOf(place)), hint, '', ...found.value.value.split('\n')]);
  await screen.key();
  return undefined;
}

async function copy(place: Place, screen: FullScreen, given: PickArguments) {
  const { copySecret } = await import('../../../pipeline/secrets/copy.ts');
  const copied = await copySecret(place, toRunOptions(given), (text) => {
    screen.send(text);
  });
  if (!copied.ok) return failed(copied);
  const { name, clear } = copied.value;
  process.once('exit', clear);
  try {
    for (let left = given.clearAfter; left > 0; left--) {
      screen.draw([
        styled('bold', nameOf(place)),
        `is on the clipboard (${name}), which is cleared in ${left} s`,
        '',
        styled('dim', 'any key clears it now and goes back'),
      ]);
      if ((await screen.key(1000)) !== undefined) break;
    }
  } finally {
    process.off('exit', clear);
    clear();
  }
  return undefined;
}

async function remove(place: Place, screen: FullScreen, given: PickArguments) {
  screen.draw([`remove ${styled('bold', nameOf(place))}? The Git history still holds it. [y/N]`]);
  const key = await screen.key();
  if (key === undefined || !('text' in key) || !/^y$/i.test(key.text)) return undefined;
  return () => runRm(place.key, { ...given, store: place.store });
}

function failed({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): Done {
  return () => {
    endCommand({ json: false, diagnostics });
  };
}

function nameOf({ key, store }: Place): string {
  return `${store}#${key}`;
}
