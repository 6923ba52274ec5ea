import { errorAt, type Diagnostic } from './diagnostic.ts';

/** What a finding of a reader says, without the words of the reader, which quote what it stumbled over. */
const WORDS: Readonly<Record<string, string>> = {
  'git/conflict': 'holds markers of a merge conflict',
  'yaml/syntax': 'is no YAML',
  'yaml/alias': 'has an alias without an anchor before it',
  'yaml/duplicate-key': 'has a key twice in one mapping',
  'yaml/key': 'has a key that is no text',
  'yaml/tag': 'has a value that is not what its tag says',
  'yaml/too-deep': 'is nested too deeply',
  'yaml/too-large': 'is too large',
};

/**
 * Findings about a text that holds secrets, told by place alone. They have no origin either: whoever shows one shows the
 * line, too.
 */
export function placeOnly(diagnostics: readonly Diagnostic[], file: string): Diagnostic[] {
  return diagnostics.map(({ code, origin }) => {
    const { line, column } = origin ?? {};
    const at = [line, column].filter((part) => part !== undefined).map((part) => `:${part}`);
    return errorAt(code, `${file}${at.join('')} ${WORDS[code] ?? 'cannot be read'}`, { file });
  });
}
