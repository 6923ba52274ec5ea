import { expect, test } from 'vitest';
import { unknownTypeWarnings } from '../../src/codegen/unknown-types.ts';
import { ir, option, submodule, type } from './ir-builder.ts';

test('every type that becomes unknown is warned about, by the path of its option', () => {
  const third = type('unknown', { name: 'dag', description: 'a DAG', reason: 'type' });
  const deep = type('unknown', { reason: 'depth' });
  const tags = { options: option(type('listOf', { element: deep, nonEmpty: false })) };
  const warnings = unknownTypeWarnings(
    ir({
      hooks: { kind: 'group', options: { order: option(type('nullOr', { element: third })) } },
      node: option(submodule({ either: option(type('attrTag', { tags })) })),
      fine: option(type('int')),
    }),
  );
  expect(
    warnings.map(({ code, severity, message }) => [code, severity, message.split(' ')[0]]),
  ).toEqual([
    ['codegen/unknown-type', 'warning', 'hooks.order'],
    ['codegen/depth', 'warning', 'node.either.options'],
  ]);
  expect(warnings[0]?.message).toContain('dag (a DAG)');
});
