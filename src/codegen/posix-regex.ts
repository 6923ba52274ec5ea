/**
 * A POSIX extended regular expression, as `builtins.match` reads it, as JavaScript source that matches
 * the whole text. Undefined when it has no counterpart. Nix matches bytes and JavaScript characters:
 * counts such as `.{3}` differ for text beyond ASCII.
 */
export function toJavaScriptRegex(posix: string): string | undefined {
  let source = '';
  for (let index = 0; index < posix.length;) {
    const [piece, length] = nextPiece(posix, index);
    if (piece === undefined) return undefined;
    source += piece;
    index += length;
  }
  const whole = `^(?:${source})$`;
  return compiles(whole) ? whole : undefined;
}

/** The JavaScript for what starts at `index`, and how many characters of POSIX it stands for. */
function nextPiece(posix: string, index: number): [string | undefined, number] {
  const character = posix.charAt(index);
  if (character === '[') return bracket(posix, index);
  // In POSIX a dot matches a line feed too.
  if (character === '.') return ['[\\s\\S]', 1];
  if (character === '\\') return escape(posix.charAt(index + 1));
  // `(?:` and `*?` mean nothing in POSIX; in JavaScript they would.
  if (character === '?' && '(*+?}'.includes(posix.charAt(index - 1) || ' ')) return [undefined, 1];
  if (character === '/') return ['\\/', 1];
  return [LINE_ENDS[character] ?? character, 1];
}

const LINE_ENDS: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r' };

function escape(escaped: string): [string | undefined, number] {
  return '.[]\\()*+?{}|^$/'.includes(escaped) && escaped !== ''
    ? [`\\${escaped}`, 2]
    : [undefined, 2];
}

/** Character classes inside brackets; in POSIX a backslash there is an ordinary character. */
const CLASSES: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\s',
  upper: 'A-Z',
  xdigit: '0-9A-Fa-f',
};

function bracket(posix: string, start: number): [string | undefined, number] {
  const negated = posix.charAt(start + 1) === '^';
  let index = start + (negated ? 2 : 1);
  let body = '';
  for (let first = true; first || posix.charAt(index) !== ']'; first = false) {
    if (index >= posix.length) return [undefined, 1];
    const named = /^\[:(\w+):\]/.exec(posix.slice(index));
    if (named === null && /^\[[.=]/.test(posix.slice(index))) return [undefined, 1];
    const piece = named === null ? inBracket(posix.charAt(index)) : CLASSES[named[1] ?? ''];
    if (piece === undefined) return [undefined, 1];
    body += piece;
    index += named === null ? 1 : named[0].length;
  }
  return [`[${negated ? '^' : ''}${body}]`, index + 1 - start];
}

function inBracket(character: string): string {
  if ('[]\\^/'.includes(character)) return `\\${character}`;
  return LINE_ENDS[character] ?? character;
}

function compiles(source: string): boolean {
  try {
    return new RegExp(source, 'u').source !== '';
  } catch {
    return false;
  }
}
