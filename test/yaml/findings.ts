import { readForeign } from '../../src/yaml/foreign.ts';

export const HEAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
export const JSON_HEAD = '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}';

/** `line:column` of every refusal, the words of every difference, or the codes of what keeps it from being read. */
export function findings(text: string): string[] {
  const read = readForeign(text, 'f.yaml');
  if (!read.ok) return read.diagnostics.map(({ code, origin }) => `${code} ${place(origin)}`);
  const { refusals, differences } = read.value;
  return [
    ...refusals.map(({ origin }) => `refused ${place(origin)}`),
    ...differences.map(({ path, refusedBy }) => `${path.join('.')} ${refusedBy.join()}`.trim()),
  ];
}

function place(origin: { line?: number; column?: number } | undefined): string {
  return `${origin?.line ?? '?'}:${origin?.column ?? '?'}`;
}

/** How many documents are read; undefined where the text is not. */
export const count = (text: string) => {
  const read = readForeign(text, 'f.yaml');
  return read.ok ? read.value.values.length : undefined;
};
