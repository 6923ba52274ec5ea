import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorAt, type Diagnostic, type Origin } from '../core/diagnostic.ts';
import { wrongName } from '../validation/rule-names.ts';
import type { RuleSettings } from '../validation/settings.ts';

/** Where settings are written, the likeliest first. */
const FILES = ['gantry.nix', 'flake.nix'];

/** `config/unknown-rule` for each name in `settings.rules` that changes nothing; rules of one's own are left out. */
export function checkRuleSettings(root: string, { rules }: RuleSettings): Diagnostic[] {
  return Object.keys(rules).flatMap((name) => found(root, name));
}

/** The same for names of rules of one's own, whose codes are known. */
export function checkOwnRuleSettings(
  root: string,
  { rules }: RuleSettings,
  own: readonly string[],
): Diagnostic[] {
  const names = Object.keys(rules).filter((name) => name.startsWith('user/'));
  return names.flatMap((name) => found(root, name, own));
}

function found(root: string, name: string, own?: readonly string[]): Diagnostic[] {
  const wrong = wrongName(name, 'settings', own);
  if (wrong === undefined) return [];
  const origin = placeOf(root, name);
  return [
    errorAt('config/unknown-rule', `settings.rules: ${wrong.message}`, {
      help: wrong.help,
      ...(origin === undefined ? {} : { origin }),
    }),
  ];
}

/** The line that holds the name in quotes. Nothing is evaluated for it: a name that is put together is not found. */
function placeOf(root: string, name: string): Origin | undefined {
  for (const file of FILES) {
    const lines = readLines(join(root, file));
    const index = lines.findIndex((line) => line.includes(`"${name}"`));
    const column = (lines[index]?.indexOf(`"${name}"`) ?? 0) + 1;
    if (index >= 0) return { file, line: index + 1, column };
  }
  return undefined;
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}
