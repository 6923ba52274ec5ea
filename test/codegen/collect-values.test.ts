import { expect, test } from 'vitest';
import { collectValues, rangeFunction } from '../../src/codegen/collect-values.ts';
import type { ValueRange } from '../../src/codegen/collect-values.ts';
import { crossedSchema } from '../../src/codegen/values.ts';
import { errorAt } from '../../src/core/diagnostic.ts';
import { failure, success } from '../../src/core/result.ts';
import { evalWith, LIBS, TREES } from './nix.ts';

test('one evaluation is enough when nothing fails, and no evaluation for nothing', async () => {
  const ranges: ValueRange[] = [];
  const evaluate = (range: ValueRange) => {
    ranges.push(range);
    return Promise.resolve(success({ a: { json: 1 } }));
  };
  expect(await collectValues(['a', 'b'], evaluate)).toEqual({ a: { json: 1 } });
  expect(await collectValues([], evaluate)).toEqual({});
  expect(ranges).toEqual([{ from: 0, count: 2, without: [] }]);
});

test('what fails alone is unavailable with the first line of the message', async () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const evaluate = ({ from, count }: ValueRange) => {
    const some = names.slice(from, from + count);
    return Promise.resolve(
      some.includes('d')
        ? failure(errorAt('nix/evaluation', 'no d\nat line 3'))
        : success(Object.fromEntries(some.map((name) => [name, { json: name }]))),
    );
  };
  expect(await collectValues(names, evaluate)).toEqual({
    a: { json: 'a' },
    b: { json: 'b' },
    c: { json: 'c' },
    d: { unavailable: 'no d' },
    e: { json: 'e' },
  });
});

test('a value that Nix names is left out, and one more evaluation is enough', async () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  let evaluations = 0;
  const evaluate = ({ without }: ValueRange) => {
    evaluations++;
    const pointer = ['b', 'e'].find((name) => !without.includes(name));
    const left = names.filter((name) => !without.includes(name));
    return Promise.resolve(
      pointer === undefined
        ? success(Object.fromEntries(left.map((name) => [name, { json: name }])))
        : failure(errorAt('nix/evaluation', `no ${pointer}`, { pointer })),
    );
  };
  const collected = await collectValues(names, evaluate);
  expect(Object.keys(collected).sort()).toEqual(names);
  expect(collected).toMatchObject({ b: { unavailable: 'no b' }, e: { unavailable: 'no e' } });
  expect(evaluations).toBe(3);
});

test.each(LIBS.slice(0, 1))(
  'errors that tryEval does not catch cost their own value only',
  async ({ folder }) => {
    const defaults = `(optionsToIR (import ${TREES}/hostile.nix { inherit lib; }).broken).defaults`;
    const names = evalWith(folder, `builtins.attrNames ${defaults}`).value as string[];
    const collected = await collectValues(names, (range) => {
      const { value, error } = evalWith(folder, `(${rangeFunction(range)}) ${defaults}`);
      const message = /error: (.*)/.exec(error)?.[1] ?? '';
      return Promise.resolve(
        error === ''
          ? success(crossedSchema.parse(value))
          : failure(errorAt('nix/evaluation', message)),
      );
    });
    expect(Object.keys(collected)).toEqual(names);
    expect(collected['/options/fine']).toEqual({ json: 3 });
    expect(collected['/options/missingAttribute']).toEqual({
      unavailable: "attribute 'missing' missing",
    });
    expect(collected['/options/infinite']).toMatchObject({
      unavailable: expect.stringContaining('infinite recursion') as string,
    });
  },
);
