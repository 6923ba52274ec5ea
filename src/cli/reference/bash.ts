import { allPages, type CommandPage } from './describe.ts';

/** A bash function that finds the command among the words so far and offers what fits behind it. */
export function bashCompletion(page: CommandPage): string {
  const pages = allPages(page);
  const named = pages.filter(({ words }) => words.length > 0);
  return `# bash completion of gantry; made by \`gantry completion bash\`
_gantry() {
  local word at='' current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]}
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${at:+$at }$word" in
      ${named.map(({ words }) => `'${words.join(' ')}'`).join(' | ')}) at="\${at:+$at }$word" ;;
    esac
  done
  case "$at $previous" in
${pages.flatMap(values).join('\n')}
  esac
  case "$at" in
${pages.map(offer).join('\n')}
  esac
}
complete -o default -F _gantry gantry
`;
}

/** After an option with a value: its choices, else files. */
function values({ words, options }: CommandPage): string[] {
  return options
    .filter(({ takesValue }) => takesValue)
    .map(({ long, choices }) => {
      const pattern = `'${words.join(' ')} ${long}'`;
      const reply = choices.length === 0 ? 'COMPREPLY=()' : replyWith(choices);
      return `    ${pattern}) ${reply}; return ;;`;
    });
}

function offer({ words, options, children }: CommandPage): string {
  const candidates = [
    ...children.map((child) => child.words.at(-1) ?? ''),
    ...options.map(({ long }) => long),
  ];
  return `    '${words.join(' ')}') ${replyWith(candidates)} ;;`;
}

/** Without mapfile, which the bash of macOS has not. */
function replyWith(candidates: readonly string[]): string {
  return `COMPREPLY=($(compgen -W '${candidates.join(' ')}' -- "$current"))`;
}
