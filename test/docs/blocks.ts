/** A command of a page with the output that the page shows for it. */
export interface Block {
  readonly line: number;
  readonly command: string;
  readonly output: readonly string[];
}

/** The commands of the ```console blocks of a page: `$ ` begins one, `> ` goes on with it, what follows is its output. */
export function readBlocks(markdown: string): Block[] {
  const blocks: { line: number; command: string; output: string[] }[] = [];
  let inside = false;
  for (const [index, line] of markdown.split('\n').entries()) {
    if (line.startsWith('```')) inside = line === '```console';
    else if (inside && line.startsWith('$ ')) {
      blocks.push({ line: index + 1, command: line.slice(2), output: [] });
    } else if (inside) addLine(blocks.at(-1), line);
  }
  return blocks;
}

function addLine(block: { command: string; output: string[] } | undefined, line: string): void {
  if (block === undefined) return;
  if (line.startsWith('> ') && block.output.length === 0) block.command += `\n${line.slice(2)}`;
  else block.output.push(line);
}

/** An output as a pattern: `…` stands for any text within a line, and alone for any lines. */
export function outputPattern(output: readonly string[]): RegExp {
  const lines = output.map((line) =>
    line === '…' ? '(?:.*\\n)*?' : `${line.split('…').map(escaped).join('.*')}\\n`,
  );
  return new RegExp(`^${lines.join('')}$`);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
