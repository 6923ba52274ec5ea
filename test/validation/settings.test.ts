import { expect, test } from 'vitest';
import { errorAt, warningAt } from '../../src/core/diagnostic.ts';
import { applySettings } from '../../src/validation/settings.ts';

const file = '.k8s/a.yaml';
const found = errorAt('image/digest', 'no digest', { file, object: 'Pod apps/a' });
const other = warningAt('image/latest', 'latest', { file, object: 'Pod apps/b' });

function pod(name: string, ignore?: string) {
  const annotations = ignore === undefined ? {} : { 'gantry.dev/ignore': ignore };
  const metadata = { name, namespace: 'apps', annotations };
  return { file, object: { apiVersion: 'v1', kind: 'Pod', metadata } };
}

test.each([
  ['a code', { 'image/digest': 'warning' }, ['warning image/digest', 'warning image/latest']],
  ['off', { 'image/digest': 'off' }, ['warning image/latest']],
  ['a family', { 'image/*': 'info' }, ['info image/digest', 'info image/latest']],
  [
    'a code before its family',
    { 'image/*': 'off', 'image/digest': 'error' },
    ['error image/digest'],
  ],
] as const)('severities: %s', (_title, rules, expected) => {
  const result = applySettings([found, other], { rules }, []);
  expect(result.map(({ severity, code }) => `${severity} ${code}`)).toEqual(expected);
});

test.each([
  ['image/digest: signed tags', ['image/latest']],
  ['image/*: signed tags', ['image/latest']],
  ['probe/missing: batch; image/digest: signed tags', ['image/latest']],
  ['image/latest: another rule', ['image/digest', 'image/latest']],
  ['image/digest', ['image/digest', 'image/latest', 'rule/no-reason']],
])('an object opts out with %j', (ignore, expected) => {
  const result = applySettings([found, other], { rules: {} }, [pod('a', ignore), pod('b')]);
  expect(result.map(({ code }) => code)).toEqual(expected);
});

test('an opt-out counts for its own file alone', () => {
  const elsewhere = { ...pod('a', 'image/digest: r'), file: '.k8s/b.yaml' };
  expect(applySettings([found], { rules: {} }, [elsewhere])).toEqual([found]);
});

test('codes that the catalogue says to be fixed are neither turned off nor taken away', () => {
  const clear = errorAt('placeholder/in-clear', 'x', { file, object: 'Pod apps/a' });
  const rules = { 'placeholder/*': 'off', 'placeholder/in-clear': 'off' } as const;
  expect(applySettings([clear], { rules }, [])).toEqual([clear]);
  const result = applySettings([clear], { rules: {} }, [pod('a', 'placeholder/*: tested')]);
  expect(result).toEqual([clear]);
});

test.each([
  ['image/digset: signed', 'there is no rule image/digset', 'did you mean "image/digest"?'],
  ['images/*: signed', 'no rules are called images/*', 'did you mean "image/*"?'],
  ['nix/missing: x', 'no annotation takes nix/missing away', 'gantry explain nix/missing'],
])('an opt-out that names no rule is told: %s', (ignore, message, help) => {
  const [unknown, ...others] = applySettings([], { rules: {} }, [pod('a', ignore)]);
  expect(unknown).toMatchObject({
    code: 'rule/unknown',
    severity: 'warning',
    object: 'Pod apps/a',
  });
  expect(unknown?.message).toContain(message);
  expect(unknown?.help).toContain(help);
  expect(others).toEqual([]);
});
