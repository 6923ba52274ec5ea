import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Prepared } from '../prepare.ts';
import type { AuditedFile } from '../secrets/audit-tree.ts';
import type { KnownRecipients } from './known.ts';
import { NamedRecipients, type NamedRecipient } from './named.ts';
import { newcomers, newRecipientFindings } from './new-recipients.ts';

/** What is new among the recipients of a whole project. */
export interface ProjectRecipients {
  readonly added: readonly NamedRecipient[];
  readonly diagnostics: readonly Diagnostic[];
}

/** All recipients that rules name for manifest files and stores, and those for whom files are encrypted. */
export function namedInProject(
  { decisions, rules }: Prepared,
  files: readonly AuditedFile[],
): NamedRecipient[] {
  const named = new NamedRecipients();
  named.addDecisions(decisions);
  for (const file of files) {
    const rule = rules.ruleFor(file.path);
    if (rule.ok) named.addRule(rule.value, file.path);
    named.addFile(file);
  }
  return named.all();
}

/** The new ones among them, as rule `recipient/new` tells. */
export function newInProject(
  named: readonly NamedRecipient[],
  known: KnownRecipients,
  { generated }: Prepared,
): ProjectRecipients {
  const added = newcomers(named, known);
  return { added, diagnostics: newRecipientFindings(added, known, generated.settings) };
}
