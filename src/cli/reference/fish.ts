import { allPages, type CommandPage, type OptionPage } from './describe.ts';

/** One `complete` line for each command and option, each under the commands it belongs to. */
export function fishCompletion(page: CommandPage): string {
  const lines = allPages(page).flatMap((place) => [
    ...place.children.map((child) => line(place, [`-f -a ${child.words.at(-1) ?? ''}`, child])),
    ...place.options.map((option) => line(place, [optionWords(option), option])),
  ]);
  return `# fish completion of gantry; made by \`gantry completion fish\`\n${lines.join('\n')}\n`;
}

function line(
  place: CommandPage,
  [words, { description }]: [string, { description: string }],
): string {
  return `complete -c gantry -n '${condition(place)}' ${words} -d '${quoted(description)}'`;
}

/** The words of the command are there, and none that leads further. */
function condition({ words, children }: CommandPage): string {
  const present = words.map((word) => `__fish_seen_subcommand_from ${word}`);
  const further = children.map((child) => child.words.at(-1) ?? '').join(' ');
  const absent = further === '' ? [] : [`not __fish_seen_subcommand_from ${further}`];
  return [...present, ...absent].join('; and ') || 'true';
}

function optionWords({ long, takesValue, choices }: OptionPage): string {
  const name = `-l ${long.replace(/^--/, '')}`;
  if (!takesValue) return name;
  return choices.length === 0 ? `${name} -r` : `${name} -x -a '${choices.join(' ')}'`;
}

function quoted(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
}
