import type { UserRule } from './define-rule.ts';

/** What gantry.rules.ts exports, checked: the rules, and a sentence for each thing that is wrong. */
export interface ReadRules {
  readonly rules: readonly UserRule[];
  readonly problems: readonly string[];
}

const ID = /^user\/[a-z0-9]+(-[a-z0-9]+)*$/;
const SEVERITIES: ReadonlySet<unknown> = new Set(['error', 'warning', 'info', 'off']);

/** Reads the default export of gantry.rules.ts. */
export function readRules(exported: unknown): ReadRules {
  if (!Array.isArray(exported)) {
    const problem =
      'its default export must be a list of rules: `export default [defineRule({ … })];`';
    return { rules: [], problems: [problem] };
  }
  const problems = exported.flatMap((rule: unknown, index) =>
    problemsOf(rule, `rule ${index + 1}`),
  );
  const rules = exported as UserRule[];
  const ids = problems.length > 0 ? [] : rules.map(({ id }) => id);
  const repeated = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  return { rules, problems: [...problems, ...repeated.map((id) => `two rules have the id ${id}`)] };
}

function problemsOf(rule: unknown, place: string): string[] {
  if (typeof rule !== 'object' || rule === null) return [`${place} must be made by defineRule`];
  const { id, severity, title, kinds, check } = rule as Partial<Record<keyof UserRule, unknown>>;
  const name = typeof id === 'string' ? `${place} (${id})` : place;
  return [
    ...(typeof id === 'string' && ID.test(id)
      ? []
      : [`${name}: id must be \`user/\` and a name in lower case, such as user/owner-label`]),
    ...(SEVERITIES.has(severity)
      ? []
      : [`${name}: severity must be "error", "warning", "info" or "off"`]),
    ...(typeof title === 'string' && title !== '' ? [] : [`${name}: title must be a text`]),
    ...(kinds === undefined || isTexts(kinds) ? [] : [`${name}: kinds must be a list of texts`]),
    ...(typeof check === 'function' ? [] : [`${name}: check must be a function`]),
  ];
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
