import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readCreationRules } from '../../src/pipeline/creation-rules.ts';

const AGE = 'age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun';
const KNOWN = `creation_rules:
  - path_regex: ^\\.k8s/.*\\.enc\\.yaml$
    encrypted_regex: ^(data|stringData)$
    age: ${AGE}
`;

/** What is proposed for a path: a whole file, or the rule to add to one. */
function proposal(path: string, { config = KNOWN, manifestsDir = '.k8s', above = false }): string {
  const folder = mkdtempSync(join(tmpdir(), 'gantry-rules-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const root = above ? join(folder, 'cluster') : folder;
  mkdirSync(root, { recursive: true });
  if (config !== '') writeFileSync(join(folder, '.sops.yaml'), config);
  const rules = readCreationRules(root, true, manifestsDir);
  const rule = rules.ok ? rules.value.ruleFor(path) : rules;
  return rule.ok ? '' : (rule.diagnostics[0]?.help ?? '');
}

test.each([
  ['the tree of another folder', 'out/a/b.enc.yaml', { manifestsDir: 'out' }],
  ['a store', 'secrets/k8s-secrets.enc.yaml', {}],
  ['a store at the top', 'secrets.yaml', {}],
  ['a store of another ending', 'secrets/app.env', {}],
  ['odd letters', 'a+b (c)/x.enc.yaml', {}],
  ['a project below the folder of its rules', '.k8s/a.enc.yaml', { above: true }],
  ['no file at all', '.k8s/a.enc.yaml', { config: '' }],
  ['no rules yet', '.k8s/a.enc.yaml', { config: 'stores: {}\n' }],
])('the rule that is proposed for %s is new, and is one that matches', (_title, path, given) => {
  const help = proposal(path, given);
  const added = help.slice(help.indexOf('\n') + 1);
  const pattern = /path_regex: .*/.exec(added)?.[0];
  expect({ config: KNOWN, ...given }.config).not.toContain(pattern);
  const config = added.startsWith('creation_rules') ? added : `creation_rules:\n${added}`;
  const filled = config.replace('<recipient>', AGE);
  expect(proposal(path, { ...given, config: filled })).toBe('');
});

test('recipients that are there already are proposed, and a selection for manifests alone', () => {
  expect(proposal('out/x.enc.yaml', { manifestsDir: 'out' })).toContain(`age: ${AGE}`);
  expect(proposal('out/x.enc.yaml', { manifestsDir: 'out' })).toContain('encrypted_regex');
  expect(proposal('secrets/x.enc.yaml', {})).not.toContain('encrypted_regex');
});
