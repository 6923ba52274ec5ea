import { bashCompletion } from './bash.ts';
import type { CommandPage } from './describe.ts';
import { fishCompletion } from './fish.ts';
import { zshCompletion } from './zsh.ts';

export type Shell = 'bash' | 'zsh' | 'fish';

/** A script that teaches a shell the commands and options of a program. */
export function completionFor(shell: Shell, page: CommandPage): string {
  switch (shell) {
    case 'bash':
      return bashCompletion(page);
    case 'zsh':
      return zshCompletion(page);
    case 'fish':
      return fishCompletion(page);
  }
}
