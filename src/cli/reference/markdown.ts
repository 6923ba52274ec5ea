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

${sections.join('\n')}`;
}

function section(page: CommandPage): string {
  const usage = ['gantry', ...page.words, ...page.operands];
  const rows = page.options.map(
    ({ flags, description, choices }) =>
      `| \`${flags}\` | ${cell(description)}${choices.length === 0 ? '' : ` (${choices.join(', ')})`} |`,
  );
  const children = page.children.map(
    ({ words, description }) => `- \`gantry ${words.join(' ')}\`: ${description}`,
  );
  return `## gantry ${page.words.join(' ')}

${sentence(page.description)}

    ${usage.join(' ')}${children.length > 0 ? ' COMMAND' : ' [options]'}

${children.length > 0 ? children.join('\n') : ['| Option | |', '| --- | --- |', ...rows].join('\n')}
`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
