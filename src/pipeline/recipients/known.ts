import type { Settings } from '../../bridge/project.ts';
import { globMatcher } from '../../core/glob.ts';
import { parseSopsConfig } from '../../sops/creation-rules.ts';
import { parseEncrypted } from '../../sops/encrypted-file.ts';
import { recipientsOf } from '../../sops/metadata.ts';
import { readRevision } from '../diff/revision.ts';
import { AUDIT_CODES } from '../secrets/audit-file.ts';
import { auditTree, everybodyIn } from '../secrets/audit-tree.ts';

/** The recipients that an earlier state of the project knows. */
export interface KnownRecipients {
  /** A revision; undefined: the files as they are, where git is not at hand. */
  readonly revision: string | undefined;
  /** Empty where nothing is encrypted yet: then nobody is new. */
  readonly recipients: ReadonlySet<string>;
}

const CONFIG = '.sops.yaml';

interface Place {
  /** Real path of the project root. */
  readonly root: string;
  readonly settings: Pick<Settings, 'stores' | 'manifestsDir'>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * The recipients of the revision that a change is compared with: that of a pull request's base where a CI service names
 * it and git has it, else HEAD. Outside of git, and before the first commit, those of the encrypted files.
 *
 * @param named recipients that are asked about: encrypted files are read when the rules do not know all of them
 */
export async function knownRecipients(
  place: Place,
  named: readonly string[],
): Promise<KnownRecipients> {
  const { root, settings, environment } = place;
  for (const revision of revisionsOf(environment)) {
    const config = await readRevision(root, revision, (path) => path === CONFIG);
    if (!config.ok) continue;
    const recipients = new Set(recipientsOfTexts(config.value));
    if (named.some((recipient) => !recipients.has(recipient))) {
      const files = await readRevision(root, revision, isEncryptedIn(settings));
      for (const recipient of recipientsOfTexts(files.ok ? files.value : new Map()))
        recipients.add(recipient);
    }
    return { revision, recipients };
  }
  return { revision: undefined, recipients: await recipientsOfTree(place) };
}

async function recipientsOfTree({ root, settings }: Place): Promise<Set<string>> {
  const outputs = new Map<string, boolean>();
  const input = { root, settings, stores: [], outputs, codes: AUDIT_CODES };
  const audited = await auditTree({ ...input, ruleFor: () => undefined });
  if (!audited.ok) return new Set();
  return new Set(
    audited.value.flatMap(({ file }) => (file === undefined ? [] : everybodyIn(file))),
  );
}

/** Recipients of the rules and of the encrypted files among texts, by path. What cannot be read names nobody. */
export function recipientsOfTexts(texts: ReadonlyMap<string, string>): string[] {
  return [...texts].flatMap(([path, text]) => {
    if (path === CONFIG) {
      const config = parseSopsConfig(text, path);
      return config.ok ? config.value.rules.flatMap(({ rule }) => [...rule.recipients]) : [];
    }
    if (!text.includes('sops')) return [];
    const file = parseEncrypted(text, path);
    return file.ok ? recipientsOf(file.value.metadata) : [];
  });
}

function revisionsOf(environment: Place['environment']): string[] {
  const { CI_MERGE_REQUEST_DIFF_BASE_SHA: base, GITHUB_BASE_REF: branch } = environment;
  return [...(base ? [base] : []), ...(branch ? [`origin/${branch}`] : []), 'HEAD'];
}

function isEncryptedIn({ stores, manifestsDir }: Place['settings']): (path: string) => boolean {
  const matchers = stores.map(globMatcher);
  return (path) =>
    (path.startsWith(`${manifestsDir}/`) && /\.ya?ml$/.test(path)) ||
    matchers.some((isStore) => isStore(path));
}
