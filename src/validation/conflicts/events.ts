import type { JsonObject } from '../../core/json.ts';
import { text } from '../graph/fields.ts';
import { qualifiedName } from '../metadata/syntax.ts';
import { missing, says, type Conflict, type StructChecks } from './conflict.ts';

/** What events have to keep to. */
export const EVENT_CHECKS: StructChecks = {
  'core.Event': (event) =>
    says(event, 'eventTime') ? reported(event, 'reportingComponent') : place(event),
  'events.Event': (event) => [
    ...reported(event, 'reportingController'),
    ...OLD.filter((field) => (event[field] ?? null) !== null).map((field) => ({
      path: [field],
      must: 'must not be written: servers put it there for old clients',
    })),
  ],
};

const OLD = [
  ...['deprecatedCount', 'deprecatedFirstTimestamp', 'deprecatedLastTimestamp'],
  'deprecatedSource',
];

/** An event is where its object is. */
function place(event: JsonObject): Conflict[] {
  const namespace = text(event, 'metadata', 'namespace');
  const given = text(event, 'involvedObject', 'namespace');
  // Whoever applies it may say where it goes.
  if (namespace === undefined || given === undefined || given === namespace) return [];
  return [{ path: ['involvedObject', 'namespace'], must: `must be ${namespace}, as in metadata` }];
}

const LENGTHS: Readonly<Record<string, number>> = {
  reportingInstance: 128,
  action: 128,
  reason: 128,
};

function reported(event: JsonObject, controller: string): Conflict[] {
  const needed = [controller, ...Object.keys(LENGTHS)].filter((field) => !says(event, field));
  const wanted = qualifiedName(text(event, controller) ?? 'a');
  return [
    ...needed.map((field) => missing([field], 'an event with eventTime needs it')),
    ...Object.entries(LENGTHS)
      .filter(([field, most]) => (text(event, field) ?? '').length > most)
      .map(([field, most]) => ({ path: [field], must: `must have at most ${most} characters` })),
    ...(wanted === undefined
      ? []
      : [{ path: [controller], code: 'schema/format' as const, must: `must be ${wanted}` }]),
  ];
}
