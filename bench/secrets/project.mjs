// A project of many encrypted files, and the same files in clear for sops and vals. Nix evaluated it already: the
// program `nix` on PATH prints what it would give.
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTINGS } from '../../test/support/settings.ts';

const VALUES = 20;
const RECIPIENTS = 3;
const KEYS = 100;
export const STORE = SETTINGS.helpers.secretStore;

const NIX = `#!/bin/sh
case "$*" in
  *evaluation.settings*) exec cat 'BASE/settings.json' ;;
  *) exec cat 'BASE/everything.json' ;;
esac
`;

/** Writes the project below `base`; gives the environment in which programs run there. */
export async function writeProject(base, count) {
  const root = join(base, 'project');
  const write = (path, text, mode = 0o644) => {
    mkdirSync(join(base, path, '..'), { recursive: true });
    writeFileSync(join(base, path), text, { mode });
  };
  const people = await Promise.all(Array.from({ length: RECIPIENTS }, person));
  const age = people.map(({ recipient }) => recipient).join(',');
  write(
    'project/.sops.yaml',
    `creation_rules:\n  - path_regex: ^\\.k8s/\n    encrypted_regex: ^(data|stringData)$\n    age: ${age}\n  - age: ${age}\n`,
  );
  write('project/gantry.nix', '');
  const objects = Array.from({ length: count }, (_, index) => secret(index));
  objects.forEach((object, index) => {
    write(`clear/s${index}.yaml`, `${JSON.stringify(object)}\n`);
  });
  write('everything.json', JSON.stringify({ settings: SETTINGS, bundle: bundle(objects) }));
  write('settings.json', JSON.stringify(SETTINGS));
  write('bin/nix', NIX.replaceAll('BASE', base), 0o755);
  write('home/.keep', '');
  const values = Array.from(
    { length: KEYS },
    (_, index) => `key${index}: value-${index}-${'x'.repeat(24)}\n`,
  );
  write('store.yaml', values.join(''));
  return {
    root,
    age,
    env: {
      PATH: `${base}/bin:${process.env.PATH}`,
      HOME: join(base, 'home'),
      SOPS_AGE_KEY: people[0].identity,
    },
  };
}

async function person() {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Half of the values are references, half literals. */
function secret(index) {
  const stringData = {};
  for (let value = 0; value < VALUES; value++) {
    stringData[`VALUE_${value}`] =
      value % 2 === 0
        ? `ref+sops://${STORE}#/key${(index + value) % KEYS}`
        : `literal ${value} of file ${index}`;
  }
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: `s${index}`, namespace: 'apps' },
    stringData,
  };
}

function bundle(objects) {
  const modules = objects.map((object, index) => [
    `apps/s${index}.enc.nix`,
    {
      output: `apps/s${index}.enc.yaml`,
      encrypt: true,
      placeholders: true,
      objects: [object],
      ...{ releases: {}, helm: [], imports: [], rolls: [], warnings: [] },
    },
  ]);
  return {
    contract: 'gantry/v1',
    project: 'bench',
    kubernetesVersion: '1.33',
    modules: Object.fromEntries(modules),
  };
}
