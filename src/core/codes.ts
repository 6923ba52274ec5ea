import { AUDIT_CODES } from './codes/audit.ts';
import type { CodeEntry } from './codes/entry.ts';
import { FLAKE_CODES } from './codes/flake.ts';
import { NIX_CODES, SOURCE_CODES } from './codes/nix.ts';
import { OBJECT_CODES } from './codes/objects.ts';
import { SECRETS_CODES, TREE_STATE_CODES } from './codes/secrets.ts';
import { TREE_CODES } from './codes/tree.ts';
import { DOCTOR_CODES, USE_CODES } from './codes/use.ts';
import { WRITE_CODES } from './codes/write.ts';

/**
 * Every code that a finding of Gantry's own can have. A new one is a row in core/codes/: `error`, `warning`, `info` or
 * `off` with its sentence, and either its paragraph or a page docs/rules/<code>.md. docs/codes.md is made from it.
 */
export const CODES = {
  ...USE_CODES,
  ...DOCTOR_CODES,
  ...FLAKE_CODES,
  ...NIX_CODES,
  ...SOURCE_CODES,
  ...OBJECT_CODES,
  ...TREE_CODES,
  ...SECRETS_CODES,
  ...TREE_STATE_CODES,
  ...AUDIT_CODES,
  ...WRITE_CODES,
};

/** A code of the catalogue. */
export type Code = keyof typeof CODES;

/** What the code of a finding may be: one of the catalogue, or of a rule of somebody's own. */
export type DiagnosticCode = Code | `user/${string}`;

/** Every code, sorted. */
export const ALL_CODES: readonly Code[] = (Object.keys(CODES) as Code[]).sort();

/** Rules of one's own are findings whose severity and opt-outs are the project's matter. */
const USER_RULE: CodeEntry = {
  severity: 'warning',
  exit: 'findings',
  settings: true,
  optOut: true,
  summary: 'A rule of gantry.rules.ts.',
};

export function isCode(text: string): text is Code {
  return Object.hasOwn(CODES, text);
}

/** What is known of the code of a finding. */
export function entryOf(code: DiagnosticCode): CodeEntry {
  return isCode(code) ? CODES[code] : USER_RULE;
}

/** `graph` of `graph/missing-secret`. */
export function familyOf(code: string): string {
  return code.split('/', 1)[0] ?? '';
}
