import { describe, expect, it } from 'vitest';
import { hasNix } from '../support/nix-eval.ts';
import { ofKind, renderAll, withMain } from './render.ts';

const raw = { apiVersion: 'example.org/v1', kind: 'Foo' };
const exec = (text: string) => ({ exec: { command: ['sh', text] } });
const last = { v: 'end' };

/** Values around a text, where it is found again, and what it is there: as helm 3.17.3 and 4.1.4 write it. */
const cases: Record<string, [object, string, Record<string, string>]> = {
  'the last key of the last ConfigMap': [
    { configMaps: { a: { data: { k: '' } } } },
    'ConfigMap',
    {
      'x\n': 'x',
      'x\n\n': 'x\n',
      'x\n\n\n': 'x\n',
      'a\nb\n': 'a\nb',
      'a\nb': 'a\nb',
      'a \n': 'a \n',
    },
  ],
  'a key that another follows': [
    { configMaps: { a: { data: { k: '', l: 'v' } } } },
    'ConfigMap',
    { 'x\n': 'x\n', 'x\n\n\n': 'x\n\n\n' },
  ],
  'the last key of a ConfigMap that another follows': [
    { configMaps: { a: { data: { k: '' } }, b: { data: last } } },
    'ConfigMap',
    { 'x\n': 'x\n', 'x\n\n\n': 'x\n', '\n': '' },
  ],
  'ConfigMaps in the order of numbers': [
    { configMaps: { a10: { data: { k: '' } }, a9: { data: last } } },
    'ConfigMap',
    { 'x\n': 'x' },
  ],
  'a disabled ConfigMap follows nothing': [
    { configMaps: { a: { data: { k: '' } }, b: { enabled: false, data: last } } },
    'ConfigMap',
    { 'x\n': 'x' },
  ],
  'a setting of the ConfigMap stands behind its data': [
    { configMaps: { a: { data: { k: '' }, enabled: true } } },
    'ConfigMap',
    { 'x\n': 'x\n', 'x\n\n': 'x\n' },
  ],
  'a Secret': [
    { secrets: { a: { stringData: { k: '' } } } },
    'Secret',
    { 'x\n': 'x', 'x\n\n': 'x', 'x\n\n\n': 'x\n', 'a\nb\n': 'a\nb' },
  ],
  'a Secret with a type': [
    { secrets: { a: { stringData: { k: '' }, type: 'Opaque' } } },
    'Secret',
    { 'x\n': 'x\n', 'x\n\n\n': 'x\n' },
  ],
  'a raw resource': [
    { rawResources: { a: { ...raw, spec: { list: [{ k: '' }] } } } },
    'Foo',
    { 'x\n': 'x', 'x\n\n\n': 'x\n' },
  ],
};

/** The same for fields of a container. */
const containers: Record<string, [object, Record<string, string>]> = {
  'args, and nothing behind them': [{ args: ['-c', ''] }, { 'x\n': 'x', 'x\n\n': 'x' }],
  'args, and a field behind them': [
    { args: ['-c', ''], tty: true },
    { 'x\n': 'x\n', 'x\n\n': 'x\n' },
  ],
  'a command that args follow': [{ command: ['sh', ''], args: ['a'] }, { 'x\n': 'x\n' }],
  'a command of one text': [{ command: '' }, { 'x\n': 'x' }],
  'the last variable': [{ env: { A: 'a', B: '' } }, { 'x\n': 'x', 'a\nb\n\n': 'a\nb' }],
  'a variable that another follows': [{ env: { A: '', B: 'b' } }, { 'x\n\n': 'x\n\n' }],
  'a hook': [
    { lifecycle: { postStart: exec('') }, tty: true },
    { 'x\n': 'x\n', 'x\n\n': 'x\n' },
  ],
  'a probe': [
    { probes: { startup: { enabled: true, custom: true, spec: exec('') } } },
    { 'x\n': 'x', 'x\n\n\n': 'x' },
  ],
};

/** The value with every empty text replaced. */
function filled(value: unknown, text: string): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('""', JSON.stringify(text)));
}

const requests = Object.entries(cases).flatMap(([title, [values, kind, texts]]) =>
  Object.entries(texts).map(([text, expected]) => ({ title, values, kind, text, expected })),
);
const inContainers = Object.entries(containers).flatMap(([title, [fields, texts]]) =>
  Object.entries(texts).map(([text, expected]) => ({ title, fields, text, expected })),
);

describe.skipIf(!hasNix)('line feeds at the end of a text', () => {
  const rendered = hasNix
    ? renderAll(
        Object.fromEntries([
          ...requests.map(({ values, text }, index): [string, unknown] => [
            `o${index}`,
            withMain(filled(values, text) as Record<string, unknown>),
          ]),
          ...inContainers.map(({ fields, text }, index): [string, unknown] => [
            `c${index}`,
            withMain({}, { containers: { main: withImage(filled(fields, text)) } }),
          ]),
        ]),
      )
    : {};

  it.each(requests.map((request, index) => ({ ...request, index })))(
    '$title: $text',
    ({ index, kind, values, expected }) => {
      const objects = JSON.stringify(ofKind(rendered[`o${index}`], kind));
      expect(objects).toContain(JSON.stringify(filled(place(values), expected)).slice(1, -1));
    },
  );

  it.each(inContainers.map((request, index) => ({ ...request, index })))(
    '$title: $text',
    ({ index, expected }) => {
      const objects = JSON.stringify(ofKind(rendered[`c${index}`], 'Deployment'));
      const texts = [...objects.matchAll(/"((?:x|a\\nb)(?:\\n)*)"/g)].map(([, text]) => text);
      expect(texts).toEqual([JSON.stringify(expected).slice(1, -1)]);
    },
  );
});

function withImage(fields: unknown): object {
  return { image: { repository: 'nginx', tag: '1.29' }, ...(fields as object) };
}

/** The innermost set that holds the text. */
function place(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Object.values(value).includes('')) return value;
  return Object.values(value).map(place).find(Boolean);
}
