import { entryOf, familyOf, type DiagnosticCode } from '../core/codes.ts';
import { warningAt, type Diagnostic, type Severity } from '../core/diagnostic.ts';
import { isJsonObject } from '../core/json.ts';
import { wrongName } from './rule-names.ts';
import { describeObject, type KubernetesObject } from '../core/object.ts';

/** Severities by code, as `settings.rules` gives them: a code, or a family as `schema/*`. */
export interface RuleSettings {
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

/** An object and the file that it stands in, named as diagnostics name it. */
export interface LocatedObject {
  readonly file: string;
  readonly object: KubernetesObject;
}

/** Opt-outs of one object: `gantry.dev/ignore: "image/digest: the vendor signs tags"`. */
const IGNORE = 'gantry.dev/ignore';

/**
 * The findings as the project wants them: opt-outs of objects applied, then severities of `settings.rules`. A finding
 * belongs to the objects whose file and name it carries. Neither touches codes that the catalogue says to be fixed.
 * Opt-outs without a reason do not count and are told (`rule/no-reason`), as those are that name no rule (`rule/unknown`).
 */
export function applySettings(
  diagnostics: readonly Diagnostic[],
  settings: RuleSettings,
  objects: readonly LocatedObject[],
): Diagnostic[] {
  const optOuts = objects.flatMap(optOutsOf);
  const useless = optOuts.flatMap(uselessness);
  return applyOptOuts([...diagnostics, ...useless], settings, optOuts);
}

/** The same for further findings over objects whose opt-outs have been looked at: nothing is told twice. */
export function applySettingsAgain(
  diagnostics: readonly Diagnostic[],
  settings: RuleSettings,
  objects: readonly LocatedObject[],
): Diagnostic[] {
  return applyOptOuts(diagnostics, settings, objects.flatMap(optOutsOf));
}

function applyOptOuts(
  diagnostics: readonly Diagnostic[],
  settings: RuleSettings,
  optOuts: readonly OptOut[],
): Diagnostic[] {
  const ignored = new Set(
    optOuts
      .filter(({ reason }) => reason !== '')
      .map(({ code, file, object }) => identity(file, object, code)),
  );
  return diagnostics
    .filter(
      ({ code, file, object }) =>
        !entryOf(code).optOut ||
        !spellings(code).some((id) => ignored.has(identity(file, object, id))),
    )
    .flatMap((diagnostic) => withSeverity(diagnostic, settings));
}

/** Whether an object opts out of a rule, with a reason. */
export function optsOut(located: LocatedObject, code: string): boolean {
  const codes = spellings(code);
  return optOutsOf(located).some((optOut) => optOut.reason !== '' && codes.includes(optOut.code));
}

/** Whether a rule is to run: those that are off by default run when the settings name them. */
export function isOn(
  { code, severity }: { readonly code: DiagnosticCode; readonly severity: Severity | 'off' },
  settings: RuleSettings,
): boolean {
  return (wantedSeverity(code, settings) ?? severity) !== 'off';
}

interface OptOut {
  readonly code: string;
  readonly reason: string;
  readonly file: string;
  readonly object: string;
}

/** `code: reason`, several of them separated by line feeds or `;`. */
function optOutsOf({ file, object }: LocatedObject): OptOut[] {
  const text = annotation(object);
  if (text === undefined) return [];
  return text
    .split(/[;\n]/)
    .map((entry) => /^\s*([^\s:]+)\s*:?(.*)$/s.exec(entry))
    .flatMap((match) => (match === null ? [] : [{ code: match[1] ?? '', reason: match[2] ?? '' }]))
    .map(({ code, reason }) => ({
      code,
      reason: reason.trim(),
      file,
      object: describeObject(object),
    }));
}

function annotation(object: unknown): string | undefined {
  const metadata = isJsonObject(object) ? object['metadata'] : undefined;
  const annotations = isJsonObject(metadata) ? metadata['annotations'] : undefined;
  const text = isJsonObject(annotations) ? annotations[IGNORE] : undefined;
  return typeof text === 'string' ? text : undefined;
}

function identity(file: string | undefined, object: string | undefined, code: string): string {
  return JSON.stringify([file, object, code]);
}

/** What may stand for a code: itself, or its family. */
function spellings(code: string): string[] {
  return [code, `${familyOf(code)}/*`];
}

function withSeverity(diagnostic: Diagnostic, settings: RuleSettings): Diagnostic[] {
  const wanted = wantedSeverity(diagnostic.code, settings);
  if (wanted === undefined) return [diagnostic];
  return wanted === 'off' ? [] : [{ ...diagnostic, severity: wanted }];
}

function wantedSeverity(
  code: DiagnosticCode,
  { rules }: RuleSettings,
): Severity | 'off' | undefined {
  if (!entryOf(code).settings) return undefined;
  return spellings(code)
    .map((id) => (Object.hasOwn(rules, id) ? rules[id] : undefined))
    .find((severity) => severity !== undefined);
}

/** An opt-out that has no effect, and why. */
function uselessness({ code, reason, file, object }: OptOut): Diagnostic[] {
  const place = { file, object, pointer: '/metadata/annotations/gantry.dev~1ignore' };
  const wrong = wrongName(code, 'optOut');
  if (wrong !== undefined) {
    const message = `the annotation ${IGNORE} has no effect: ${wrong.message}`;
    return [warningAt('rule/unknown', message, { ...place, help: wrong.help })];
  }
  if (reason !== '') return [];
  return [
    warningAt('rule/no-reason', `the annotation ${IGNORE} gives no reason for ${code}`, {
      ...place,
      help: `write \`${code}: why this is right here\``,
    }),
  ];
}
