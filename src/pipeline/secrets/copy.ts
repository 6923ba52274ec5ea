import { success, type Result } from '../../core/result.ts';
import { copyToClipboard, type Clipboard } from '../../process/clipboard.ts';
import type { RunOptions } from '../options.ts';
import { getSecret } from './get.ts';

/**
 * Puts one value of a store onto the clipboard, which the caller empties after a while. Fails as `getSecret` does.
 *
 * @param writeToTerminal for the clipboard of a terminal, where there is no other
 */
export async function copySecret(
  entry: { readonly key: string; readonly store: string },
  options: RunOptions,
  writeToTerminal: (text: string) => void,
): Promise<Result<Pick<Clipboard, 'name' | 'clear'>>> {
  const found = await getSecret(entry, options);
  return found.ok ? success(copyToClipboard(found.value.value, writeToTerminal)) : found;
}
