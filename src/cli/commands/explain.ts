import type { Command } from 'commander';
import { ALL_CODES, isCode } from '../../core/codes.ts';
import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import { EXIT } from '../../core/exit-codes.ts';
import { nearCode } from '../../core/near-code.ts';
import { success } from '../../core/result.ts';
import { toRunOptions } from '../arguments.ts';
import { factsOf, pageOf, type CodeFacts } from '../describe-code.ts';
import { endCommand } from '../end.ts';
import { say } from '../output.ts';
import { styled } from '../style.ts';

interface Arguments {
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  gantry explain                          all codes, with severity and one line each
  gantry explain secrets/                 those of one family
  gantry explain graph/missing-secret     the page of one code
  gantry explain --json | jq '.codes[] | select(.settings).code'`;

/** `gantry explain`: what a code means. */
export function addExplain(program: Command): void {
  program
    .command('explain [code]')
    .description(
      'say what the code of a finding means and what to do; for the beginning of one, or none, list them',
    )
    .option('--json', 'print one JSON document on stdout and nothing else there')
    .addHelpText('after', EXAMPLES)
    .action(runExplain);
}

async function runExplain(asked: string | undefined, { json }: Arguments): Promise<void> {
  const own = asked === undefined || asked.startsWith('u') ? await ownRules() : success([]);
  const rules = own.ok ? own.value : [];
  const known = [...ALL_CODES.map(factsOf), ...rules.map(factsOfRule)];
  const codes = matching(known, asked ?? '');
  const diagnostics = [
    ...(own.ok ? [] : own.diagnostics),
    ...(codes.length > 0 ? [] : [unknown(asked ?? '', known)]),
  ];
  const [first] = codes;
  const page = first?.code === asked && first !== undefined ? await textOf(first) : undefined;
  if (json === true) {
    const shown = page === undefined ? codes : codes.map((facts) => ({ ...facts, page }));
    endCommand({ json, diagnostics, members: { codes: shown } });
    return;
  }
  say(page ?? listOf(codes));
  endCommand({ json: false, diagnostics });
}

/** The code itself, else those that begin as it does; a family may be named without its slash. */
function matching(known: readonly CodeFacts[], asked: string): readonly CodeFacts[] {
  const exact = known.filter(({ code }) => code === asked);
  if (exact.length > 0) return exact;
  const prefix = asked.replace(/\*$/, '');
  return known.filter(({ code }) => code.startsWith(prefix));
}

function unknown(asked: string, known: readonly CodeFacts[]): Diagnostic {
  const help =
    nearCode(
      asked,
      known.map(({ code }) => code),
    ) ?? 'run `gantry explain` for the list';
  return errorAt('use/rule', `no finding has the code ${asked}`, { help });
}

function listOf(codes: readonly CodeFacts[]): string {
  const width = Math.max(0, ...codes.map(({ code }) => code.length));
  return codes
    .map(({ code, severity, summary }) => {
      const name = styled('bold', code.padEnd(width));
      return `${name}  ${severity.padEnd('warning'.length)}  ${summary}\n`;
    })
    .join('');
}

function textOf({ code, severity, summary }: CodeFacts): Promise<string> | string {
  if (isCode(code)) return pageOf(code);
  return `# ${code}\n\n${summary}\n\nDefault severity: ${severity}. A rule of gantry.rules.ts.\n`;
}

interface OwnRule extends Pick<CodeFacts, 'severity'> {
  readonly id: string;
  readonly title: string;
}

function factsOfRule({ id, severity, title }: OwnRule): CodeFacts {
  const fixed = { exitCode: EXIT.findings, settings: true, optOut: true };
  return { code: id, severity, ...fixed, summary: title };
}

/** The rules of the project that the working folder belongs to, if any. */
async function ownRules() {
  const { projectRoot } = await import('../../pipeline/project-root.ts');
  const { loadUserRules } = await import('../../pipeline/user-rules.ts');
  const root = await projectRoot(toRunOptions({}));
  return root.ok ? loadUserRules(root.value) : success([]);
}
