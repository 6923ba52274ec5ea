import fc from 'fast-check';

/** Lines of a block collection, given its column. */
type Print = (column: number) => string;

const KEYS = [
  'a',
  'b',
  'name',
  'c d',
  "'q'",
  '"e"',
  '1',
  'yes',
  'k:l',
  'x#y',
  '-z',
  '"t\\tu"',
  '~',
];

/** What stands behind a key or dash on its line. */
const INLINE = [
  ...[
    'x',
    'x y',
    'x#y',
    'http://h:80/p?q',
    '-x',
    ':x',
    '1',
    '0777',
    '1e3',
    '~',
    'true',
    '2024-01-02',
  ],
  ...[
    "'it''s'",
    "''",
    '"a\\n\\u00e9 \\" b"',
    '"# no"',
    'é',
    '{}',
    '[]',
    '{a: 1, "b":2}',
    '*n',
    '&n x',
  ],
  ...['[x, \'y\', "z", [1]]', '{a: {b: [c]}}', '[ x , y ]', "['a' ]", '[http://x, -1]'],
];

/** What is wrong there, or not for the direct reader. */
const ODD = [
  ...[
    '"',
    '"\\x41"',
    'a: b',
    'a:',
    '%x',
    '@x',
    '[a: b]',
    '{a, b}',
    '[a,]',
    '&n',
    '!!str 1',
    '- x',
    '? x',
  ],
  ...[
    '[x',
    '{a:1}',
    'x\ty',
    '<<',
    '[a#b]',
    '{a: }',
    '[*n]',
    '&n {}',
    '|',
    '"a" b',
    '[a] b',
    '"a"#b',
    '|+',
  ],
];

/** Mostly one of the first, now and then one of the others. */
function mostly<T>(usual: readonly T[], odd: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );
}

/** Ends of a line. */
const tail = mostly(['', '', '', ' ', '  # tail', ' #'], ['# no', '\t', ' x']);
const inline = fc.tuple(mostly(INLINE, ODD), tail).map(([value, end]) => ` ${value}${end}\n`);

/** Empty lines and comments between others, indented like them or not. */
const trivia: fc.Arbitrary<Print> = fc
  .array(fc.tuple(fc.constantFrom('', '# c', '#', '# d: e'), fc.constantFrom(-99, -2, 0, 0, 2)), {
    maxLength: 3,
    size: 'xsmall',
  })
  .map(
    (lines) => (column) => lines.map(([text, by]) => `${blanks(column + by)}${text}\n`).join(''),
  );

const blockScalar: fc.Arbitrary<Print> = fc
  .record({
    head: mostly(['|', '|-', '|+', '>', '>-', '>+'], ['|2', '| ', '| # c']),
    by: mostly([2, 2, 4, 1], [0, -1]),
    lines: fc.array(mostly(['x', 'y z', '', '# no', 'é', '- x'], ['\ttab', ' in', '  ']), {
      minLength: 1,
      maxLength: 5,
    }),
    end: fc.constantFrom('', '\n', '\n\n'),
  })
  .map(({ head, by, lines, end }) => (column) => {
    const body = lines.map((line) => (line === '' ? '\n' : `${blanks(column + by)}${line}\n`));
    return ` ${head}\n${body.join('')}${end}`;
  });

const { map, list } = fc.letrec<{
  /** From the first key or dash on: the caller has indented it. */
  map: Print;
  list: Print;
  /** From behind the colon or dash on. */
  value: Print;
  item: Print;
}>((tie) => {
  const collection = fc.oneof(tie('map'), tie('list'));
  const below = fc
    .tuple(tail, trivia, mostly([2, 2, 4, 1], [0, -1]), collection)
    .map(([end, above, by, print]): Print => (column) => {
      const inner = column + by;
      return `${end}\n${above(inner)}${blanks(inner)}${print(inner)}`;
    });
  const listOfKey = fc
    .tuple(tail, trivia, tie('list'))
    .map(([end, above, print]): Print => (column) => {
      return `${end}\n${above(column)}${blanks(column)}${print(column)}`;
    });
  const compact = fc.tuple(fc.constantFrom(1, 1, 3), collection).map(
    ([by, print]): Print =>
      (column) =>
        blanks(by) + print(column + 1 + by),
  );
  const line = inline.map(
    (text): Print =>
      () =>
        text,
  );
  const absent = tail.map(
    (end): Print =>
      () =>
        `${end}\n`,
  );
  const shape = { depthSize: 'small', withCrossShrink: true } as const;
  const entry = fc.tuple(trivia, mostly(KEYS, ['? x', '<<', 'a ', '"u', '[a]']), tie('value'));
  return {
    map: fc
      .uniqueArray(entry, { minLength: 1, maxLength: 4, selector: ([, key]) => key })
      .map((entries) =>
        lines(
          entries.map(([above, key, value]) => ({ above, print: (at) => `${key}:${value(at)}` })),
        ),
      ),
    list: fc
      .array(fc.tuple(trivia, tie('item')), { minLength: 1, maxLength: 3 })
      .map((items) =>
        lines(items.map(([above, item]) => ({ above, print: (at) => `-${item(at)}` }))),
      ),
    value: fc.oneof(shape, line, line, absent, blockScalar, below, listOfKey),
    item: fc.oneof(shape, line, line, blockScalar, compact, below),
  };
});

const root = fc.oneof(map, list).map((print) => print(0));
const SEPARATORS = ['---\n', '--- # s\n', '---\n# c\n', '---\n---\n', '--- \n\n'];
const separator = mostly(SEPARATORS, ['...\n', '--- x\n', ' ---\n', '---x\n', '%YAML 1.2\n']);

/**
 * Texts in the subset of the direct reader and now and then a step outside it: collections, styles, comments, empty
 * lines, documents.
 */
export const randomYaml: fc.Arbitrary<string> = fc
  .record({
    above: trivia,
    first: fc.option(separator, { nil: '' }),
    documents: fc.array(fc.tuple(root, trivia, separator), { maxLength: 2 }),
    last: fc.option(root, { nil: '', freq: 9 }),
    below: trivia,
    isCut: fc.boolean(),
  })
  .map(({ above, first, documents, last, below, isCut }) => {
    const middle = documents.map(([text, after, line]) => text + after(0) + line).join('');
    const text = above(0) + first + middle + last + below(0);
    return isCut ? text.replace(/\n$/, '') : text;
  });

function lines(parts: readonly { readonly above: Print; readonly print: Print }[]): Print {
  return (column) =>
    parts
      .map(({ above, print }, index) =>
        index === 0 ? print(column) : above(column) + blanks(column) + print(column),
      )
      .join('');
}

function blanks(count: number): string {
  return ' '.repeat(Math.max(0, count));
}
