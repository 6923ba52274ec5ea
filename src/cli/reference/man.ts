import { allPages, type CommandPage } from './describe.ts';

/** The manual page gantry(1), as roff with the man macros. */
export function manPage(page: CommandPage, version: string): string {
  const commands = allPages(page).filter(
    ({ words, children }) => words.length > 0 && children.length === 0,
  );
  return [
    `.TH GANTRY 1 "" "gantry ${version}" "User Commands"`,
    '.SH NAME',
    'gantry \\- Kubernetes manifests from Nix modules, sealed with SOPS',
    '.SH SYNOPSIS',
    '.B gantry',
    '.I command',
    '[options]',
    '.SH DESCRIPTION',
    text(`${page.description}.`),
    '.SH COMMANDS',
    ...commands.flatMap(section),
    '.SH EXIT STATUS',
    text(
      '0 done; 1 findings; 2 wrong use or configuration; 3 Nix evaluation failed; 4 secrets; 5 writing failed; 129, 130 and 143 ended by SIGHUP, SIGINT and SIGTERM.',
    ),
    '.SH FILES',
    ...item('gantry.nix', 'what the project is; its folder is the root of the project'),
    ...item('.sops.yaml', 'creation rules: who may read which file'),
    ...item('manifests.lock', 'what the written tree was made from, without any secret'),
    '.SH ENVIRONMENT',
    ...item('SOPS_AGE_KEY, SOPS_AGE_KEY_FILE', 'age identities, as sops reads them'),
    ...item('NIX_CONFIG', 'settings of Nix, passed on to it'),
    ...item('NO_COLOR', 'no colours'),
    '',
  ].join('\n');
}

function section({ words, operands, description, options }: CommandPage): string[] {
  return [
    `.SS ${text(['gantry', ...words, ...operands].join(' '))}`,
    text(`${description}.`),
    ...options.flatMap((option) => item(option.flags, option.description)),
  ];
}

function item(name: string, description: string): string[] {
  return ['.TP', `.B ${text(name)}`, text(description)];
}

/** Roff reads a backslash, a leading dot or quote, and a bare hyphen as its own. */
function text(words: string): string {
  return words
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/, '\\&$1');
}
