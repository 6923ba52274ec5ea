import type { Diagnostic } from '../../core/diagnostic.ts';
import { isJsonObject } from '../../core/json.ts';
import { describeObject } from '../../core/object.ts';
import { toDotted, toPointer, type Path } from '../../core/pointer.ts';
import { groupOf } from '../graph/node.ts';
import type { TreeEntry } from '../schema/tree-object.ts';
import { applySettingsAgain, isOn, type RuleSettings } from '../settings.ts';
import type { RuleContext, RuleFinding, RuleObject, UserRule } from './define-rule.ts';

/** Makes a diagnostic of what a rule threw. */
export type DescribeFailure = (rule: UserRule, error: unknown) => Diagnostic;

/**
 * Runs somebody's own rules over objects, of which they get frozen copies. A rule that throws is told once and
 * asked no further.
 */
export function runUserRules(
  rules: readonly UserRule[],
  {
    entries,
    settings,
  }: { readonly entries: readonly TreeEntry[]; readonly settings: RuleSettings },
  describeFailure: DescribeFailure,
): Diagnostic[] {
  if (rules.length === 0) return [];
  const seen = entries.map(
    ({ object }) => frozen(structuredClone(object)) as unknown as RuleObject,
  );
  const found = rules
    .filter(({ id, severity }) => isOn({ code: id, severity }, settings))
    .flatMap((rule) => {
      const diagnostics: Diagnostic[] = [];
      try {
        for (const [index, entry] of entries.entries()) {
          const object = seen[index];
          if (object === undefined || !isWanted(rule, object)) continue;
          const report = (finding: RuleFinding) => {
            diagnostics.push(toDiagnostic(rule, entry, checked(finding)));
          };
          ask(rule, object, contextOf({ entry, object, objects: seen, report }));
        }
      } catch (error) {
        diagnostics.push(describeFailure(rule, error));
      }
      return diagnostics;
    });
  return applySettingsAgain(found, settings, entries);
}

/** Findings of a promise would come after the end. */
function ask(rule: UserRule, object: RuleObject, context: RuleContext): void {
  const check: (object: RuleObject, context: RuleContext) => unknown = rule.check.bind(rule);
  const result = check(object, context);
  if (!(result instanceof Promise)) return;
  result.catch(() => undefined);
  throw new Error('check must not be asynchronous');
}

/** TypeScript says so too, where somebody asks it. */
function checked(finding: RuleFinding): RuleFinding {
  const { message, path = [], help = '' } = finding as { [Key in keyof RuleFinding]?: unknown };
  if (typeof message === 'string' && Array.isArray(path) && typeof help === 'string')
    return finding;
  throw new Error('report takes { message, path, help }: texts, and a list of keys and indexes');
}

interface Call {
  readonly entry: TreeEntry;
  readonly object: RuleObject;
  readonly objects: readonly RuleObject[];
  readonly report: (finding: RuleFinding) => void;
}

function contextOf({ entry, object, objects, report }: Call): RuleContext {
  const at = (...path: Path): unknown =>
    path.reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, part)
          ? (value as Record<string | number, unknown>)[part]
          : undefined,
      object,
    );
  return { file: entry.file, encrypted: entry.hide, objects, at, report };
}

function isWanted({ kinds }: UserRule, { apiVersion, kind }: RuleObject): boolean {
  const group = groupOf(apiVersion);
  return kinds === undefined || kinds.includes(group === '' ? kind : `${group}/${kind}`);
}

function toDiagnostic(
  { id, severity }: UserRule,
  { file, object, index, path: place, origin: originOf }: TreeEntry,
  { message, path = [], help }: RuleFinding,
): Diagnostic {
  const origin = originOf?.(index, [...place, ...path]);
  return {
    code: id,
    severity: severity === 'off' ? 'warning' : severity,
    message: path.length === 0 ? message : `${toDotted(path)}: ${message}`,
    file,
    object: describeObject(object),
    pointer: toPointer([...place, ...path]),
    ...(origin === undefined ? {} : { origin }),
    ...(help === undefined ? {} : { help }),
  };
}

function frozen<T>(value: T): T {
  if (Array.isArray(value)) for (const item of value) frozen(item);
  else if (isJsonObject(value)) for (const item of Object.values(value)) frozen(item);
  return Object.freeze(value);
}
