import { expect, test } from 'vitest';
import { makeProgram } from '../../src/cli/main.ts';
import { allPages, describeProgram } from '../../src/cli/reference/describe.ts';

const pages = allPages(describeProgram(await makeProgram()));

test.each(pages.map((page) => [page.words.join(' '), page] as const))(
  'the help of `gantry %s` has examples of it, with options that exist',
  (name, { more, options, children }) => {
    const examples = more
      .slice(more.search(/^Examples?:$/m))
      .split('\n')
      .slice(1);
    const calls = examples.filter((line) => line.includes(`gantry ${name}`.trim()));
    expect(calls).not.toEqual([]);
    if (children.length > 0) return;
    const known = new Set(options.flatMap(({ flags }) => flags.match(/--?[a-z][a-z-]*/gi) ?? []));
    const own = calls.filter((line) => line.trimStart().startsWith(`gantry ${name}`));
    const used = own.flatMap(
      (line) => line.split(/[|<>]| {2,}(?=\S)/)[1]?.match(/ --[a-z-]+/g) ?? [],
    );
    expect(used.map((flag) => flag.trim()).filter((flag) => !known.has(flag))).toEqual([]);
  },
);

test('every command takes the global options', () => {
  for (const { options } of pages)
    expect(options.filter(({ isGlobal }) => isGlobal).map(({ long }) => long)).toEqual([
      '--quiet',
      '--verbose',
      '--color',
    ]);
});
