import { dirname, join, relative, sep } from 'node:path';
import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { readText } from '../fs/read.ts';
import { creationRuleFor, parseSopsConfig, type CreationRule } from '../sops/creation-rules.ts';
import { isPublicRecipient } from '../sops/public-recipients.ts';

/** The creation rules of a project: its .sops.yaml, found as sops finds it, and what its settings allow. */
export interface CreationRules {
  /** The rule for a file, by its path relative to the project root; a finding when there is none to encrypt with. */
  ruleFor(path: string): Result<CreationRule>;
}

const CONFIG = '.sops.yaml';
const MOST_LEVELS = 100;

/**
 * Reads the nearest .sops.yaml from the project root upwards. A project without one has no rules, which matters when
 * a file is to be encrypted. Code `config/sops-yaml` when it cannot be read as one.
 *
 * @param demo whether the project may encrypt for publicly known recipients
 */
export function readCreationRules(root: string, demo: boolean): Result<CreationRules> {
  let folder = root;
  for (let level = 0; level < MOST_LEVELS; level++) {
    const name = relative(root, join(folder, CONFIG)).split(sep).join('/');
    const text = readText(join(folder, CONFIG), name);
    if (!text.ok) return text;
    if (text.value !== undefined) {
      return parse(text.value, { name, prefix: relative(folder, root).split(sep).join('/'), demo });
    }
    if (folder === dirname(folder)) break;
    folder = dirname(folder);
  }
  return success({ ruleFor: (path) => failure(noRule(path, CONFIG, 'there is no .sops.yaml')) });
}

interface Place {
  readonly name: string;
  /** Path of the project root below the folder of the file; empty when it lies in the root. */
  readonly prefix: string;
  readonly demo: boolean;
}

function parse(text: string, { name, prefix, demo }: Place): Result<CreationRules> {
  const config = parseSopsConfig(text, name);
  if (!config.ok) return config;
  return success({
    ruleFor: (path) => {
      const rule = creationRuleFor(config.value, prefix === '' ? path : `${prefix}/${path}`);
      if (rule === undefined) return failure(noRule(path, name, 'no creation rule matches it'));
      const problems = demo ? [] : publicRecipients(rule, path);
      return problems.length === 0 ? success(rule) : failure(...problems);
    },
  });
}

function noRule(path: string, config: string, reason: string): Diagnostic {
  return errorAt('config/no-rule', `${path} is to be encrypted, but ${reason}`, {
    file: path,
    help: `add a rule to ${config}: path_regex: ^\\.k8s/.*\\.enc\\.yaml$, encrypted_regex: ^(data|stringData)$, age: <recipient>`,
  });
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
