import { allPages, type CommandPage } from './describe.ts';

/** The reference page of all commands, as Markdown. */
export function markdownReference(page: CommandPage): string {
  const sections = allPages(page)
    .filter(({ words }) => words.length > 0)
    .map(section);
  return `# Commands

Made from the commands themselves by \`npm run generate\`; \`gantry COMMAND --help\` says the same.

Exit codes: 0 done · 1 findings (validation, check, stale) · 2 wrong use or configuration · 3 Nix evaluation failed ·
4 secrets · 5 writing failed · 129, 130 and 143 ended by SIGHUP, SIGINT and SIGTERM. With findings of several stages the
earliest stage decides.

## Options of every command

They may stand anywhere behind \`gantry\`.

${optionTable(page.options.filter(({ isGlobal }) => isGlobal))}

Colours are shown on a terminal, unless NO_COLOR is set; FORCE_COLOR shows them elsewhere too. \`gantry -v\` alone prints the
version, as \`gantry --version\` does. Whatever is shown, control characters of file contents, names and messages of other programs
are written out (\`\\u{1b}\`), so that no terminal obeys them.

## JSON

With \`--json\`, standard output is one document. Beside what a command adds it has

- \`diagnostics\`: every finding, as \`{ code, severity, message, file?, object?, pointer?, origin?: { file, line?, column? }, help? }\`;
- \`causes\`: the same findings, those of one cause together, as they are shown to people:
  \`{ code, severity, message, help?, places: [{ file?, object?, pointer?, origin? }] }\`;
- \`summary\`: how many \`errors\`, \`warnings\` and \`infos\` there are among \`diagnostics\`.

\`gantry explain --json\` has \`codes\`: \`[{ code, severity, exitCode, settings, optOut, summary, page? }]\`.

${sections.join('\n')}`;
}

function section(page: CommandPage): string {
  const usage = ['gantry', ...page.words, ...page.operands];
  const children = page.children.map(
    ({ words, description }) => `- \`gantry ${words.join(' ')}\`: ${description}`,
  );
  return `## gantry ${page.words.join(' ')}

${sentence(page.description)}

    ${usage.join(' ')}${children.length > 0 ? ' COMMAND' : ' [options]'}

${children.length > 0 ? children.join('\n') : optionTable(page.options.filter(({ isGlobal }) => !isGlobal))}
${page.more === '' ? '' : `\n\`\`\`text\n${page.more}\n\`\`\`\n`}`;
}

function optionTable(options: CommandPage['options']): string {
  const rows = options.map(
    ({ flags, description, choices }) =>
      `| \`${flags}\` | ${cell(description)}${choices.length === 0 ? '' : ` (${choices.join(', ')})`} |`,
  );
  return ['| Option | |', '| --- | --- |', ...rows].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
