import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CODES, type Code } from '../core/codes.ts';
import type { CodeEntry } from '../core/codes/entry.ts';
import { EXIT } from '../core/exit-codes.ts';
import { libraryFolder } from '../nix/library.ts';

/** What is known of a code, as `gantry explain --json` gives it. */
export interface CodeFacts {
  readonly code: string;
  readonly severity: CodeEntry['severity'];
  /** Of a run with an error of this code. */
  readonly exitCode: number;
  /** Whether `settings.rules` changes its severity. */
  readonly settings: boolean;
  /** Whether `gantry.dev/ignore` takes it away. */
  readonly optOut: boolean;
  readonly summary: string;
}

export function factsOf(code: Code): CodeFacts {
  const { severity, exit, settings, optOut, summary } = CODES[code];
  return { code, severity, exitCode: EXIT[exit], settings, optOut, summary };
}

/** The page of a code, as Markdown: that of docs/rules, or what the catalogue says. */
export async function pageOf(code: Code): Promise<string> {
  const { text } = CODES[code];
  if (text === undefined)
    return readFile(join(libraryFolder(), 'docs', 'rules', `${code}.md`), 'utf8');
  const { severity, exitCode, summary, settings, optOut } = factsOf(code);
  const facts = [
    `Default severity: ${severity}.`,
    ...(severity === 'error' ? [`Exit code ${exitCode}.`] : []),
    ...(settings ? [`\`settings.rules."${code}"\` changes it.`] : []),
    ...(optOut ? ['The annotation `gantry.dev/ignore` takes it away.'] : []),
  ];
  return `# ${code}\n\n${summary} ${facts.join(' ')}\n\n${text}\n`;
}
