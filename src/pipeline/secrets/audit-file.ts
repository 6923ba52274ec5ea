import type { DiagnosticCode } from '../../core/codes.ts';
import { errorAt, warningAt, type Diagnostic } from '../../core/diagnostic.ts';
import { everybodyOf, type Access } from '../../sops/audit/access.ts';
import { clearComments } from '../../sops/audit/clear-comments.ts';
import { clearValues } from '../../sops/audit/clear-values.ts';
import { differencesFromRule, type Difference } from '../../sops/audit/differences.ts';
import type { CreationRule } from '../../sops/creation-rules.ts';
import type { SopsFile } from '../../sops/encrypted-file.ts';

/** The codes of one command for what can be wrong with an encrypted file. */
export type AuditCodes = Readonly<
  Record<Difference['kind'] | 'plaintext' | 'comment' | 'unencrypted', DiagnosticCode>
>;

/** `gantry secrets audit` */
export const AUDIT_CODES: AuditCodes = {
  plaintext: 'audit/plaintext',
  comment: 'audit/comment',
  unencrypted: 'audit/unencrypted',
  recipients: 'audit/recipients',
  groups: 'audit/groups',
  threshold: 'audit/threshold',
  selection: 'audit/selection',
  mac: 'audit/mac',
};

/** `gantry check` */
export const CHECK_CODES: AuditCodes = {
  plaintext: 'check/plaintext',
  comment: 'check/comment',
  unencrypted: 'check/unencrypted',
  recipients: 'check/recipients',
  groups: 'check/groups',
  threshold: 'check/threshold',
  selection: 'check/selection',
  mac: 'check/mac',
};

/** What is asked of a file beside itself. */
export interface AuditContext {
  readonly codes: AuditCodes;
  /** Undefined: there is none to compare with. */
  readonly rule: CreationRule | undefined;
  /** Comments are told of stores alone: in manifest files they are nobody's. */
  readonly isStore: boolean;
  /** What brings the file in line with its rule. */
  readonly help: string;
}

/**
 * What is wrong with an encrypted file as far as it shows without a key: values in the clear that its own selection or
 * that of its rule encrypts, and everything in which it differs from the rule. Names and lines are told, never a value.
 */
export function auditFile(file: SopsFile, context: AuditContext): Diagnostic[] {
  const { rule, codes, isStore } = context;
  const { selection } = file.metadata;
  const clear = clearValues(file, rule === undefined ? [selection] : [selection, rule.selection]);
  const comments = isStore ? clearComments(file) : [];
  const differences = rule === undefined ? [] : differencesFromRule(file.metadata, rule);
  return [
    ...(clear.length === 0 ? [] : [plaintext(file.file, codes.plaintext, clear)]),
    ...(comments.length === 0 ? [] : [clearComment(file.file, codes.comment, comments)]),
    ...differences.map((difference) =>
      errorAt(
        codes[difference.kind],
        `${file.file} differs from its creation rule: ${describe(difference, file)}`,
        { file: file.file, help: context.help },
      ),
    ),
  ];
}

/** A file that should be encrypted and is not. */
export function unencrypted(file: string, code: DiagnosticCode, why: string): Diagnostic {
  return errorAt(code, `${file} is not encrypted: it has no sops block, and ${why}`, {
    file,
    help: `\`sops encrypt --in-place ${file}\`, then replace the values that were committed: the history keeps them`,
  });
}

const MOST_PLACES = 5;

function plaintext(
  file: string,
  code: DiagnosticCode,
  clear: ReturnType<typeof clearValues>,
): Diagnostic {
  const places = clear
    .slice(0, MOST_PLACES)
    .map(({ pointer, line }) => `${pointer} (line ${line})`);
  const more = clear.length > MOST_PLACES ? ` and ${clear.length - MOST_PLACES} more` : '';
  const what = clear.length === 1 ? 'a value' : `${clear.length} values`;
  return errorAt(
    code,
    `${file} holds ${what} in clear text where its selection encrypts: ${places.join(', ')}${more}`,
    {
      file,
      help: 'restore the file from its history and set the values with `gantry secrets set`; what was committed in the clear has to be replaced',
    },
  );
}

/** sops reads such comments, and older versions of Gantry left them: whether they are secret, people know. */
function clearComment(file: string, code: DiagnosticCode, lines: readonly number[]): Diagnostic {
  const noun = lines.length === 1 ? 'a comment' : `${lines.length} comments`;
  const places = lines.slice(0, MOST_PLACES).join(', ') + (lines.length > MOST_PLACES ? ', …' : '');
  return warningAt(code, `${file} holds ${noun} in clear text (line ${places})`, {
    file,
    help: `\`gantry secrets rotate ${file}\` encrypts them, and so does the next edit`,
  });
}

function describe(difference: Difference, { metadata }: SopsFile): string {
  switch (difference.kind) {
    case 'recipients':
      return [
        ...difference.surplus.map((name) => `${name} can open it`),
        ...difference.missing.map((name) => `it is not encrypted for ${name}`),
      ].join(', ');
    case 'groups':
      return `its key groups are ${describeGroups(difference.file)}, those of the rule ${describeGroups(difference.rule)}`;
    case 'threshold':
      return `${describeNeed(difference.file)} open it, the rule wants ${describeNeed(difference.rule)}`;
    case 'selection': {
      const { kind, pattern } = metadata.selection;
      return `it was encrypted by another selection (${kind} ${JSON.stringify(pattern)})`;
    }
    case 'mac':
      return difference.onlyEncrypted
        ? 'its MAC covers encrypted values alone (mac_only_encrypted)'
        : 'its MAC covers all values, the rule wants those that are encrypted (mac_only_encrypted)';
  }
}

/** How many of its key groups a file takes: `2 of 3 key groups`. */
function describeNeed({ groups, needed }: Access): string {
  return groups.length <= 1 ? 'any recipient' : `${needed} of ${groups.length} key groups`;
}

function describeGroups(access: Access): string {
  if (access.groups.length <= 1) return `one, of which ${anyOf(everybodyOf(access))} opens it`;
  const groups = access.groups.map((group) => `[${group.join(', ')}]`);
  return `${groups.join(' ')}, ${access.needed} of which open it together`;
}

function anyOf(recipients: readonly string[]): string {
  return recipients.length === 1 ? (recipients[0] ?? '') : `any of ${recipients.join(', ')}`;
}
