import type { JsonObject } from '../../core/json.ts';
import { items } from '../graph/fields.ts';
import { conflictIf, missing, says, type Conflict, type StructChecks } from './conflict.ts';

/** What devices have to keep to. */
export const DEVICE_CHECKS: StructChecks = {
  'resource.ResourceSliceSpec': (spec) =>
    items({ value: spec, path: [] }, 'devices').flatMap(({ value, path }) => {
      const [first, ...more] = PLACES.filter(
        (field) => says(value, field) && value[field] !== false,
      );
      if (spec['perDeviceNodeSelection'] === true)
        return first === undefined
          ? [missing(path, `it needs one of ${PLACES.join(', ')} beside perDeviceNodeSelection`)]
          : more.map((field) => ({
              path: [...path, field],
              must: `must not stand beside ${first}`,
            }));
      return [first, ...more].flatMap((field) =>
        conflictIf(
          field !== undefined,
          [...path, field ?? ''],
          'must not stand without perDeviceNodeSelection',
        ),
      );
    }),
  'resource.Device': bindings,
};

const PLACES = ['nodeName', 'nodeSelector', 'allNodes'];

function bindings(device: JsonObject): Conflict[] {
  const [good, bad] = ['bindingConditions', 'bindingFailureConditions'] as const;
  if (says(device, good) === says(device, bad)) return [];
  const [there, absent] = says(device, good) ? [good, bad] : [bad, good];
  return [missing([absent], `${there} needs it`)];
}
