import { Argument, Command, Option } from 'commander';
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { completionFor } from '../../src/cli/reference/completion.ts';
import { describeProgram } from '../../src/cli/reference/describe.ts';
import { manPage } from '../../src/cli/reference/man.ts';
import { markdownReference } from '../../src/cli/reference/markdown.ts';
import { has } from '../support/programs.ts';

function sample(): Command {
  const program = new Command('gantry').version('1').description('moves things');
  const crane = program.command('crane').description("the crane's own");
  crane
    .command('lift <load>')
    .description('lift it')
    .addOption(new Option('--speed <how>', 'how fast').choices(['slow', 'fast']))
    .option('--dry-run', 'a|b');
  program.command('quay').addArgument(new Argument('[side...]')).option('--out <file>', 'where');
  return program;
}

const page = describeProgram(sample());

/** What bash offers for a line. */
function bashOffers(...words: readonly string[]): string[] {
  const array = words.map((word) => `'${word}'`).join(' ');
  const script = `${completionFor('bash', page)}
COMP_WORDS=(gantry ${array}); COMP_CWORD=${words.length}; _gantry; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-euc', script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

describe('bash completion', () => {
  test.each([
    [[''], ['crane', 'quay', '--version', '--help']],
    [['cr'], ['crane']],
    [
      ['crane', ''],
      ['lift', '--help'],
    ],
    [
      ['crane', 'lift', '--'],
      ['--speed', '--dry-run', '--help'],
    ],
    [
      ['crane', 'lift', '--speed', ''],
      ['slow', 'fast'],
    ],
    [['quay', '--out', ''], []],
  ])('%j offers %j', (words, offers) => {
    expect(bashOffers(...words)).toEqual(offers);
  });
});

test.each(['zsh', 'fish'] as const)('%s reads its script', (shell) => {
  const script = completionFor(shell, page);
  expect(script).toContain('lift it');
  if (!has(shell)) return;
  const { status, stderr } = spawnSync(shell, ['-n'], { input: script, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

test('a quote in a description ends no string', () => {
  expect(completionFor('zsh', page)).toContain(`'crane:the crane'\\''s own'`);
  expect(completionFor('fish', page)).toContain(String.raw`-d 'the crane\'s own'`);
});

test('the reference page has every command, and cells stay cells', () => {
  const text = markdownReference(page);
  expect(text.match(/^## gantry.*/gm)).toEqual([
    '## gantry crane',
    '## gantry crane lift',
    '## gantry quay',
  ]);
  expect(text).toContain('gantry crane lift <load> [options]');
  expect(text).toContain(String.raw`| a\|b |`);
  expect(text).toContain('how fast (slow, fast)');
});

test('the manual page is without complaint of roff', () => {
  const text = manPage(page, '1');
  expect(text).toContain(String.raw`.B \-\-dry\-run`);
  if (!has('groff')) return;
  const { stderr } = spawnSync('groff', ['-man', '-ww', '-z'], { input: text, encoding: 'utf8' });
  expect(stderr).toBe('');
});
