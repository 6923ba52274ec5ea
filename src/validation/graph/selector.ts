import { isJsonObject, type Json } from '../../core/json.ts';
import { items, record, text, type Item } from './fields.ts';
import type { LabelSelector } from './edge.ts';

/** A LabelSelector (matchLabels and matchExpressions). */
export function labelSelector(selector: Item): LabelSelector {
  return {
    labels: texts(record(selector.value, 'matchLabels')),
    expressions: items(selector, 'matchExpressions').map(({ value }) => value),
  };
}

/** A plain mapping of labels, as a Service has. */
export function plainSelector(labels: Json | undefined): LabelSelector {
  return { labels: texts(isJsonObject(labels) ? labels : {}), expressions: [] };
}

/** Labels that controllers put on pods by themselves; no template has them. */
const SET_BY_CONTROLLERS: ReadonlySet<string> = new Set([
  'statefulset.kubernetes.io/pod-name',
  'apps.kubernetes.io/pod-index',
  'pod-template-hash',
  'controller-revision-hash',
  'pod-template-generation',
  'job-name',
  'batch.kubernetes.io/job-name',
  'controller-uid',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
]);

/** True when an object with these labels is selected, whatever controllers add to them. */
export function selectsLabels(
  { labels, expressions }: LabelSelector,
  given: Readonly<Record<string, Json>>,
): boolean {
  const own = Object.entries(labels).filter(([key]) => !isSetByController(key));
  return selectsExactly({ labels: Object.fromEntries(own), expressions }, given);
}

/** True when an object with exactly these labels is selected, as servers see a template. */
export function selectsExactly(
  { labels, expressions }: LabelSelector,
  given: Readonly<Record<string, Json>>,
): boolean {
  for (const [key, value] of Object.entries(labels)) if (given[key] !== value) return false;
  return expressions.every((expression) => {
    const key = text(expression, 'key') ?? '';
    const values = Array.isArray(expression['values']) ? expression['values'] : [];
    const value = given[key];
    const operator = text(expression, 'operator');
    if (operator === 'In') return value !== undefined && values.includes(value);
    if (operator === 'NotIn') return value === undefined || !values.includes(value);
    if (operator === 'DoesNotExist') return value === undefined;
    return operator !== 'Exists' || value !== undefined;
  });
}

/** True for a label that no template has, because a controller sets it. */
export function isSetByController(label: string): boolean {
  return SET_BY_CONTROLLERS.has(label);
}

/** The labels in words: `app=web, tier=front`. */
export function describeSelector({ labels, expressions }: LabelSelector): string {
  return [
    ...Object.entries(labels).map(([key, value]) => `${key}=${value}`),
    ...expressions.map((each) => `${text(each, 'key') ?? '?'} ${text(each, 'operator') ?? '?'}`),
  ].join(', ');
}

function texts(labels: Readonly<Record<string, Json>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value] as const] : [],
    ),
  );
}
