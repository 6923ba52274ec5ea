import { allPages, type CommandPage } from './describe.ts';

/** A zsh function that works from a folder of $fpath and when it is sourced. */
export function zshCompletion(page: CommandPage): string {
  const pages = allPages(page);
  const named = pages.filter(({ words }) => words.length > 0);
  return `#compdef gantry
# made by \`gantry completion zsh\`
_gantry() {
  local word at=''
  local -a commands options
  for word in \${words[2,CURRENT-1]}; do
    case "\${at:+$at }$word" in
      ${named.map(({ words }) => `'${words.join(' ')}'`).join(' | ')}) at="\${at:+$at }$word" ;;
    esac
  done
  case "$at \${words[CURRENT-1]}" in
${pages.flatMap(values).join('\n')}
  esac
  case "$at" in
${pages.map(offer).join('\n')}
  esac
  if [[ \${words[CURRENT]} == -* ]]; then
    _describe option options
  elif (( \${#commands} )); then
    _describe command commands
  else
    _files
  fi
}
if [[ \${funcstack[1]} == _gantry ]]; then _gantry "$@"; else compdef _gantry gantry; fi
`;
}

function values({ words, options }: CommandPage): string[] {
  return options
    .filter(({ takesValue }) => takesValue)
    .map(({ long, choices }) => {
      const offered = choices.length === 0 ? '_files' : `compadd ${choices.join(' ')}`;
      return `    '${words.join(' ')} ${long}') ${offered}; return ;;`;
    });
}

function offer({ words, options, children }: CommandPage): string {
  const commands = children.map((child) => described(child.words.at(-1) ?? '', child.description));
  const flags = options.map(({ long, description }) => described(long, description));
  return `    '${words.join(' ')}')
      commands=(${commands.join(' ')})
      options=(${flags.join(' ')}) ;;`;
}

/** `'name:what it is'`, as _describe reads it. */
function described(name: string, text: string): string {
  return `'${name}:${text.replaceAll("'", "'\\''")}'`;
}
