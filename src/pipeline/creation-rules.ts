import { dirname, join, relative, sep } from 'node:path';
import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { readText } from '../fs/read.ts';
import {
  creationRuleFor,
  parseSopsConfig,
  type ConfigRule,
  type CreationRule,
} from '../sops/creation-rules.ts';
import { isPublicRecipient } from '../sops/public-recipients.ts';

/** The creation rules of a project: its .sops.yaml, found as sops finds it, and what its settings allow. */
export interface CreationRules {
  /** The rule for a file, by its path relative to the project root; a finding when there is none to encrypt with. */
  ruleFor(path: string): Result<CreationRule>;
  /** Recipients of all rules. */
  readonly recipients: readonly string[];
}

const CONFIG = '.sops.yaml';
const MOST_LEVELS = 100;

/**
 * Reads the nearest .sops.yaml from the project root upwards. A project without one has no rules, which matters when
 * a file is to be encrypted. Code `config/sops-yaml` when it cannot be read as one.
 *
 * @param demo whether the project may encrypt for publicly known recipients
 * @param manifestsDir the folder of the manifests, for the rule that is proposed where there is none
 */
export function readCreationRules(
  root: string,
  demo: boolean,
  manifestsDir = '.k8s',
): Result<CreationRules> {
  const place = { name: CONFIG, prefix: '', demo, manifestsDir };
  let folder = root;
  for (let level = 0; level < MOST_LEVELS; level++) {
    const name = relative(root, join(folder, CONFIG)).split(sep).join('/');
    const text = readText(join(folder, CONFIG), name);
    if (!text.ok) return text;
    if (text.value !== undefined) {
      const prefix = relative(folder, root).split(sep).join('/');
      return parse(text.value, { ...place, name, prefix, text: text.value });
    }
    if (folder === dirname(folder)) break;
    folder = dirname(folder);
  }
  return success({ recipients: [], ruleFor: (path) => failure(noRule(path, place, [])) });
}

interface Place {
  readonly name: string;
  /** Path of the project root below the folder of the file; empty when it lies in the root. */
  readonly prefix: string;
  readonly demo: boolean;
  readonly manifestsDir: string;
  /** Undefined where there is no such file. */
  readonly text?: string;
}

function parse(text: string, place: Place): Result<CreationRules> {
  const { name, prefix, demo } = place;
  const config = parseSopsConfig(text, name);
  if (!config.ok) return config;
  return success({
    recipients: config.value.rules.flatMap(({ rule }) => rule.recipients),
    ruleFor: (path) => {
      const rule = creationRuleFor(config.value, prefix === '' ? path : `${prefix}/${path}`);
      if (rule === undefined) return failure(noRule(path, place, config.value.rules));
      const problems = demo ? [] : publicRecipients(rule, path);
      return problems.length === 0 ? success(rule) : failure(...problems);
    },
  });
}

/** The rule to add to a .sops.yaml: its pattern matches the path, so it is none of those that are there. */
function noRule(path: string, place: Place, known: readonly ConfigRule[]): Diagnostic {
  const rule = proposedRule(path, place, known[0]?.rule.recipients ?? []);
  const [message, help] =
    place.text === undefined
      ? [`there is no ${CONFIG}`, `write ${CONFIG}:\ncreation_rules:\n${rule}`]
      : ['no creation rule matches it', `add to \`creation_rules\` of ${place.name}:\n${rule}`];
  return errorAt('config/no-rule', `${path} is to be encrypted, but ${message}`, {
    file: path,
    help,
  });
}

function proposedRule(
  path: string,
  { prefix, manifestsDir }: Place,
  recipients: readonly string[],
): string {
  const isManifest = path.startsWith(`${manifestsDir}/`);
  const folder = isManifest ? manifestsDir : path.split('/').slice(0, -1).join('/');
  const ending = /(\.enc)?\.[^./]+$/.exec(path)?.[0] ?? '';
  const full = [prefix, folder].filter((part) => part !== '').join('/');
  const pattern = `^${full === '' ? '' : `${escaped(full)}/`}.*${escaped(ending)}$`;
  return [
    `  - path_regex: ${pattern}`,
    ...(isManifest ? ['    encrypted_regex: ^(data|stringData)$'] : []),
    `    age: ${recipients.length === 0 ? '<recipient>' : recipients.join(',')}`,
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function publicRecipients(rule: CreationRule, path: string): Diagnostic[] {
  return rule.recipients.filter(isPublicRecipient).map((recipient) =>
    errorAt(
      'config/public-recipient',
      `everyone knows the identity of ${recipient}, a recipient of ${path}`,
      {
        file: path,
        origin: rule.origin,
        help: 'make an identity of your own with `age-keygen`, or set `settings.demo = true` in a demonstration',
      },
    ),
  );
}
