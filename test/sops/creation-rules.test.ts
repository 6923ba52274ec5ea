import { describe, expect, test } from 'vitest';
import {
  checkManifestRule,
  creationRuleFor,
  parseSopsConfig,
  selectsPath,
} from '../../src/sops/creation-rules.ts';
import { asKeyGroupItem, serviceRecipient } from '../../src/sops/key-services.ts';
import { isPublicRecipient } from '../../src/sops/public-recipients.ts';
import { valueOf } from './fixture.ts';

const A = 'age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun';
const B = 'age1xnnt7grzc35ugf882zrfjfvzharza5p0xdwenu385cy66eysey6qy8pth7';

const config = (rules: string): string => `keys: [&a ${A}, &b ${B}]\ncreation_rules:\n${rules}`;
const problems = (text: string): [string, number | undefined][] => {
  const result = parseSopsConfig(text, '.sops.yaml');
  return result.ok ? [] : result.diagnostics.map(({ code, origin }) => [code, origin?.line]);
};

describe('.sops.yaml', () => {
  test('expressions of it take time in proportion to what they are asked about', () => {
    const pattern = '^(([a-z./0-9])+)+!$';
    const selections = ['encrypted_regex', 'unencrypted_regex', 'encrypted_comment_regex'];
    for (const kind of selections) {
      const rule = `  - path_regex: '${pattern}'\n    age: ${A}\n  - ${kind}: '${pattern}'\n    age: ${A}\n`;
      const parsed = valueOf(parseSopsConfig(config(rule), '.sops.yaml'));
      const long = 'secrets/'.repeat(500);
      const found = creationRuleFor(parsed, long);
      expect(found?.selection.kind).toBe(kind);
      if (found !== undefined)
        expect(selectsPath(found.selection, [long])).toBe(!kind.startsWith('encrypted'));
    }
  });

  test('the first match wins; anchors, merge keys, lists and commas', () => {
    const text = config(
      [
        '  - &base',
        '    path_regex: ^\\.k8s/.*\\.enc\\.yaml$',
        '    encrypted_regex: ^(data|stringData)$',
        '    age: *a',
        '  - path_regex: secrets/',
        `    age: [*a, "${B}, ${A}"]`,
        '    mac_only_encrypted: true',
        '    unencrypted_regex: ^x$',
        '  - {<<: *base, path_regex: other}',
      ].join('\n'),
    );
    const parsed = valueOf(parseSopsConfig(text, '.sops.yaml'));
    const manifest = creationRuleFor(parsed, '.k8s/apps/x.enc.yaml');
    expect(manifest).toMatchObject({ recipients: [A], keyGroups: [[A]], origin: { line: 4 } });
    expect(creationRuleFor(parsed, 'secrets/a.yaml')).toMatchObject({
      recipients: [A, B],
      macOnlyEncrypted: true,
      selection: { kind: 'unencrypted_regex', pattern: '^x$' },
    });
    const merged = creationRuleFor(parsed, 'an/other');
    expect(merged).toMatchObject({ recipients: [A], selection: manifest?.selection });
    expect(merged?.fingerprint).toBe(manifest?.fingerprint);
    expect(creationRuleFor(parsed, 'nothing')).toBeUndefined();
  });

  test('key groups, merged groups, threshold; flat keys are ignored then', () => {
    const text = config(
      `  - age: *b\n    shamir_threshold: 2\n    key_groups:\n      - age: [*a]\n      - merge: [{age: [*b]}]\n        age: [*b]\n      - age: [*a, *b]\n`,
    );
    const rule = creationRuleFor(valueOf(parseSopsConfig(text, '.sops.yaml')), 'x');
    expect(rule).toMatchObject({ keyGroups: [[A], [B], [A, B]], threshold: 2, recipients: [A, B] });
  });

  test('the default selection is that of sops', () => {
    const text = config(`  - {age: *a, kms: "", key_groups: []}\n`);
    const rule = creationRuleFor(valueOf(parseSopsConfig(text, '.sops.yaml')), 'x');
    expect(rule).toMatchObject({
      recipients: [A],
      selection: { kind: 'unencrypted_suffix', pattern: '_unencrypted' },
    });
  });

  test('recipients of plugins, SSH keys', () => {
    const plugin = 'age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t';
    const ssh = `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${'A'.repeat(42)}B me@here`;
    const other = config(`  - age: ["${plugin}", "${ssh}"]\n`);
    expect(creationRuleFor(valueOf(parseSopsConfig(other, '.sops.yaml')), 'x')).toMatchObject({
      recipients: [plugin, ssh],
    });
  });

  test('keys of services: flat and in a key group, named the same and handed to sops in full', () => {
    const flat = [
      '  - pgp: "85D7 7543, 0AFE"',
      '    kms: arn:aws:kms:eu-1:1:key/k+arn:aws:iam::1:role/r',
      '    gcp_kms: projects/p/locations/l/keyRings/r/cryptoKeys/k',
      '    hckms: [eu:id]',
      '    azure_keyvault: https://v.vault.azure.net/keys/name/0123',
      '    hc_vault_transit_uri: https://vault.example:8200/v1/transit/keys/ci',
    ].join('\n');
    const group = [
      '  - key_groups:',
      '      - hc_vault: ["https://vault.example:8200/v1/transit/keys/ci"]',
      '        azure_keyvault: [{vaultUrl: "https://v.vault.azure.net", key: name, version: "0123"}]',
      '        hckms: [{key_id: eu:id}]',
      '        gcp_kms: [{resource_id: projects/p/locations/l/keyRings/r/cryptoKeys/k}]',
      '        kms: [{arn: "arn:aws:kms:eu-1:1:key/k", role: "arn:aws:iam::1:role/r"}]',
      '        pgp: ["85D77543", "0AFE"]',
    ].join('\n');
    const [one, two] = [flat, group].map(
      (rule) =>
        creationRuleFor(valueOf(parseSopsConfig(config(`${rule}\n`), '.sops.yaml')), 'x')
          ?.recipients ?? [],
    );
    expect(one).toEqual(two);
    expect(one?.map(asKeyGroupItem)).toEqual([
      { field: 'pgp', item: '85D77543' },
      { field: 'pgp', item: '0AFE' },
      {
        field: 'kms',
        item: { arn: 'arn:aws:kms:eu-1:1:key/k', role: 'arn:aws:iam::1:role/r' },
      },
      {
        field: 'gcp_kms',
        item: { resource_id: 'projects/p/locations/l/keyRings/r/cryptoKeys/k' },
      },
      { field: 'hckms', item: { key_id: 'eu:id' } },
      { field: 'azure_keyvault', item: { vaultUrl: 'https://v.vault.azure.net', key: 'name' } },
      { field: 'hc_vault', item: 'https://vault.example:8200/v1/transit/keys/ci' },
    ]);
    const aws = { arn: 'arn:aws:kms:eu-1:1:key/k', context: { app: 'x' }, aws_profile: 'ci' };
    expect(asKeyGroupItem(serviceRecipient('kms', aws))).toEqual({ field: 'kms', item: aws });
  });

  test('fingerprints: order within a group does not count, everything else does', () => {
    const fingerprint = (fields: string): string | undefined =>
      creationRuleFor(valueOf(parseSopsConfig(config(`  - {${fields}}\n`), 'f')), 'x')?.fingerprint;
    const base = fingerprint('age: [*a, *b]');
    expect(fingerprint('age: [*b, *a]')).toBe(base);
    expect(fingerprint('age: [*a]')).not.toBe(base);
    expect(fingerprint('age: [*a, *b], mac_only_encrypted: true')).not.toBe(base);
    expect(fingerprint('age: [*a, *b], encrypted_suffix: x')).not.toBe(base);
    expect(fingerprint('key_groups: [{age: [*a]}, {age: [*b]}]')).not.toBe(base);
  });

  test('booleans are those of go-yaml', () => {
    const read = (text: string) =>
      parseSopsConfig(`creation_rules: [{age: ${A}, mac_only_encrypted: ${text}}]`, 'x');
    const words = ['true', 'yes', '"on"', 'no', '"true"', '1'].map((text) => {
      const parsed = read(text);
      return parsed.ok ? parsed.value.rules[0]?.rule.macOnlyEncrypted : 'refused';
    });
    expect(words).toEqual([true, true, true, false, 'refused', 'refused']);
  });

  test('no rules, an empty file', () => {
    expect(creationRuleFor(valueOf(parseSopsConfig('', 'f')), 'x')).toBeUndefined();
    expect(
      creationRuleFor(valueOf(parseSopsConfig('creation_rules: []\n', 'f')), 'x'),
    ).toBeUndefined();
  });

  test('all problems at once, each with its line', () => {
    const text = config(
      [
        '  - path_regex: (?!x)',
        '    age: age1nonsense',
        '  - encrypted_regex: "["',
        '    unencrypted_suffix: x',
        '  - mac_only_encrypted: 5',
        '    key_groups: [{}, {age: [*a]}]',
        '    shamir_threshold: 3',
      ].join('\n'),
    );
    expect(problems(text).map(([code]) => code)).toEqual(Array(7).fill('config/sops-yaml'));
    expect(new Set(problems(text).map(([, line]) => line))).toEqual(new Set([3, 4, 5, 7, 8, 9]));
    expect(problems('creation_rules: {a: 1}')).toEqual([['config/sops-yaml', 1]]);
    expect(problems('a: [')[0]?.[0]).toBe('config/sops-yaml');
  });
});

describe('selection', () => {
  test('each component by itself; list indexes do not count', () => {
    const regex = { kind: 'encrypted_regex', pattern: '^(data|stringData)$' } as const;
    expect(selectsPath(regex, ['spec', 0, 'data', 'x'])).toBe(true);
    expect(selectsPath(regex, ['metadata', 'name'])).toBe(false);
    const suffix = { kind: 'unencrypted_suffix', pattern: '_unencrypted' } as const;
    expect(selectsPath(suffix, ['a_unencrypted', 'b'])).toBe(false);
    expect(selectsPath(suffix, ['a', 'b'])).toBe(true);
    expect(selectsPath({ kind: 'encrypted_regex', pattern: '0' }, ['a', 0])).toBe(false);
    expect(selectsPath({ kind: 'encrypted_comment_regex', pattern: 'x' }, ['x'])).toBe(false);
  });

  test('a rule for manifests must leave identity clear and select something', () => {
    const secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'a', namespace: 'b' },
      data: { k: 'eA==' },
    };
    const check = (fields: string): string[] => {
      const rule = creationRuleFor(
        valueOf(parseSopsConfig(config(`  - {age: *a, ${fields}}\n`), 'f')),
        'x',
      );
      return rule === undefined
        ? []
        : checkManifestRule(rule, [secret], 'x.enc.yaml').map(({ message }) => message);
    };
    expect(check('encrypted_regex: ^(data|stringData)$')).toEqual([]);
    const would = 'the creation rule for x.enc.yaml would encrypt';
    expect(check('encrypted_regex: data')).toEqual([`${would} metadata.name, metadata.namespace`]);
    expect(check('encrypted_regex: ^(data | stringData)$')).toEqual([
      expect.stringContaining('selects no value in it'),
    ]);
    expect(check('mac_only_encrypted: false')).toEqual([
      `${would} apiVersion, kind, metadata.name, metadata.namespace`,
    ]);
  });
});

test('published recipients', () => {
  expect([A, B].map(isPublicRecipient)).toEqual([true, true]);
  expect(isPublicRecipient('age1other')).toBe(false);
});
