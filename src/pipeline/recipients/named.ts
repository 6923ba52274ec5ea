import type { Origin } from '../../core/diagnostic.ts';
import type { CreationRule } from '../../sops/creation-rules.ts';
import type { Decision } from '../decide.ts';
import { everybodyIn, type AuditedFile } from '../secrets/audit-tree.ts';

/** A recipient that rules or files of the project name now. */
export interface NamedRecipient {
  readonly recipient: string;
  /** Files that are, or will be, encrypted for it. */
  readonly files: ReadonlySet<string>;
  /** The creation rule that names it. */
  readonly origin: Origin | undefined;
}

/** Collects recipients with the files that they can open, or will. */
export class NamedRecipients {
  readonly #named = new Map<string, { files: Set<string>; origin: Origin | undefined }>();

  /** Those that a rule names for a file. */
  addRule({ recipients, origin }: CreationRule, file: string): void {
    for (const recipient of recipients) this.#add(recipient, file, origin);
  }

  /** Those for whom a file is encrypted. */
  addFile(file: AuditedFile): void {
    for (const recipient of everybodyIn(file)) this.#add(recipient, file.path, undefined);
  }

  /** Those of the rules of all encrypted manifest files. */
  addDecisions(decisions: readonly Decision[]): void {
    for (const { file, facts } of decisions) {
      if (facts.rule !== undefined) this.addRule(facts.rule, file.path);
    }
  }

  all(): NamedRecipient[] {
    return [...this.#named].map(([recipient, named]) => ({ recipient, ...named }));
  }

  #add(recipient: string, file: string, origin: Origin | undefined): void {
    const named = this.#named.get(recipient) ?? { files: new Set(), origin };
    named.files.add(file);
    named.origin ??= origin;
    this.#named.set(recipient, named);
  }
}
