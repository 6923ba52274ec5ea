import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { printDiagnostics } from '../../src/cli/reporters/pretty.ts';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { Secret } from '../../src/core/secret.ts';
import { readForeign } from '../../src/yaml/foreign.ts';
import { auditSecrets } from '../../src/pipeline/secrets/audit.ts';
import { editStore } from '../../src/pipeline/secrets/edit.ts';
import { getSecret } from '../../src/pipeline/secrets/get.ts';
import { listSecrets } from '../../src/pipeline/secrets/list.ts';
import { removeSecret } from '../../src/pipeline/secrets/remove.ts';
import { rotateStores } from '../../src/pipeline/secrets/rotate.ts';
import { setSecret } from '../../src/pipeline/secrets/set.ts';
import { updateStoreKeys } from '../../src/pipeline/secrets/update-keys.ts';
import { validate } from '../../src/pipeline/validate/validate.ts';
import { person } from '../sops/fixture.ts';
import { Project } from '../support/project.ts';

const CANARY = 'canary-of-the-quay';

/** Texts in which a secret stands where a reader stumbles. */
const MALFORMED: Readonly<Record<string, string>> = {
  'a quote that stays open': `token: "${CANARY}\n`,
  'a colon in plain text': `token: a: ${CANARY}\n`,
  'text alone': `${CANARY}\n`,
  'text with a colon': `${CANARY}: x\n`,
  'a closing bracket': `${CANARY}: [ }\n`,
  'a bracket that stays open': `token: [${CANARY}\n`,
  'a secret that is an alias': `token: *${CANARY}\n`,
  'a secret that is a name without a node': `&${CANARY} *${CANARY}\n`,
  'the same key twice': `${CANARY}: 1\n${CANARY}: 2\n`,
  'a tag that does not fit': `token: !!int ${CANARY}\n`,
  'a tag of its own': `token: !${CANARY}(x\n`,
  'a key that is a list': `? [${CANARY}]\n: x\n`,
  'a wrong escape': `token: "${CANARY}\\q"\n`,
  'a reserved character': `token: @${CANARY}\n`,
  'a backtick': `token: \`${CANARY}\n`,
  'a head of a block': `token: |${CANARY}\n`,
  'a directive': `%${CANARY}\n---\ntoken: x\n`,
  'bad indentation': `a:\n    b: c\n  ${CANARY}: d\n`,
  'a tab': `a:\n\t${CANARY}: d\n`,
  'a merge conflict': `<<<<<<< ${CANARY}\ntoken: ${CANARY}\n=======\n`,
  'JSON without a comma': `{"token": "${CANARY}" "b": 1}\n`,
  'JSON that ends': `{"token": "${CANARY}`,
  'JSON twice': `{"token": 1}\n{"${CANARY}" 1}`,
  'lines of dotenv': `TOKEN=${CANARY}\nno line of it: ${CANARY}\n`,
  'lines of dotenv without a sign': `${CANARY}\n`,
  'an INI file': `[${CANARY}]\ntoken = ${CANARY}\n`,
  'a control character': `token: "${CANARY}\x01"\n: [\n`,
  'aliases without end': `a: &a [${CANARY}, *a]\n`,
  'a private key': `-----BEGIN PRIVATE KEY-----\n${CANARY}\n-----END PRIVATE KEY-----\n`,
};

let project: Project;

beforeAll(async () => {
  const ann = await person();
  project = new Project(ann.identity);
  project.write('.sops.yaml', `creation_rules:\n  - age: ${ann.recipient}\n`);
});

afterAll(() => {
  project.dispose();
});

/** What people see of findings, in every form. */
function shown(diagnostics: readonly Diagnostic[]): string {
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    printDiagnostics(diagnostics, { root: project.root, yaml: true });
    const printed = stderr.mock.calls.map(([text]) => text.toString());
    return [...printed, JSON.stringify(diagnostics)].join('\n');
  } finally {
    stderr.mockRestore();
  }
}

interface Outcome {
  readonly ok: boolean;
  readonly diagnostics?: readonly Diagnostic[];
  readonly value?: unknown;
}

function findings({ diagnostics, value }: Outcome): readonly Diagnostic[] {
  const told = (value as { diagnostics?: readonly Diagnostic[] } | undefined)?.diagnostics;
  return diagnostics ?? told ?? [];
}

const plain = ['plain.yaml', 'plain.json', 'plain.env', 'plain.txt'];
const stores = ['store.yaml', 'store.json', 'store.env', 'store.ini'];

function moduleWith(reference: string, known: readonly string[] = []): void {
  const metadata = { name: 'web', namespace: 'apps' };
  const stringData = { token: reference };
  const objects = [{ apiVersion: 'v1', kind: 'Secret', metadata, stringData }];
  project.modules([{ name: 'apps/web', encrypt: true, objects }], { stores: [...known] });
}

test.each(Object.entries(MALFORMED))(
  '%s is told by its place, whatever asks for it',
  async (_, text) => {
    for (const [scheme, files] of [
      ['file', plain],
      ['sops', stores],
    ] as const)
      for (const file of files) {
        project.write(file, text);
        moduleWith(`ref+${scheme}://${file}#token`);
        const outcome = await project.run();
        expect([file, outcome.ok]).toEqual([file, false]);
        expect(shown(findings(outcome))).not.toContain(CANARY);
      }
  },
);

test.each(Object.entries(MALFORMED))('%s in a store is not shown by commands', async (_, text) => {
  const options = project.options();
  for (const store of stores) {
    project.write(store, text);
    moduleWith(`ref+sops://${store}#token`, stores);
    const value = new Secret('x');
    const request = { store, allowDisk: true, again: () => Promise.resolve(false) };
    const edit = { ...options, environment: { ...options.environment, EDITOR: 'true' } };
    const outcomes: Outcome[] = [
      await getSecret({ key: 'token', store }, options),
      await listSecrets(options),
      await setSecret({ key: 'token', store, value }, options),
      await removeSecret({ key: 'token', store }, options),
      await rotateStores([store], options),
      await updateStoreKeys({ stores: [store], dryRun: false }, options),
      await auditSecrets(options),
      await editStore(request, edit),
    ];
    expect(shown(outcomes.flatMap(findings))).not.toContain(CANARY);
  }
});

test.each(Object.entries(MALFORMED))('%s in a Secret is not shown by validate', async (_, text) => {
  const head = 'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n';
  const file = 'secret.yaml';
  project.write(file, `${head}stringData:\n${text.replaceAll(/^/gm, '  ')}`);
  const { root: cwd } = project;
  const outcome = await validate({
    ...{ cwd, paths: [file], version: '1.33', crds: [], rules: {}, complete: false },
    readStandardInput: () => Promise.resolve(''),
  });
  const unreadable = findings(outcome).filter(({ code }) => /^(yaml|git)\//.test(code));
  expect(shown(unreadable)).not.toContain(CANARY);
  if (!readForeign(project.read(file), file).ok)
    expect(unreadable[0]?.message).toMatch(/^secret\.yaml:\d+:\d+ /);
});

test.each(Object.entries(MALFORMED))('%s as an identity is not shown', async (_, text) => {
  project.write('keys.txt', text);
  moduleWith('ref+envsubst://$TOKEN');
  const environments = [
    { SOPS_AGE_KEY: text },
    { SOPS_AGE_KEY_FILE: `${project.root}/keys.txt` },
    { SOPS_AGE_SSH_PRIVATE_KEY_FILE: `${project.root}/keys.txt` },
    { SOPS_AGE_KEY_CMD: `cat ${project.root}/keys.txt` },
    { SOPS_AGE_KEY: '', TOKEN: text },
  ];
  for (const more of environments) {
    const environment = { HOME: project.base, ...more };
    const outcomes: Outcome[] = [
      await getSecret({ key: 'token', store: 'sealed.yaml' }, project.options({ environment })),
      await project.run({ environment }),
    ];
    expect(shown(outcomes.flatMap(findings))).not.toContain(CANARY);
  }
});
