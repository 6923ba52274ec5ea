import { field, items, text } from '../graph/fields.ts';
import { ofPods } from './of-containers.ts';

/** Rule `security/host-path`: a volume that is a folder of the node. */
export const securityHostPath = ofPods('security/host-path', (pod) =>
  items(pod, 'volumes')
    .filter(({ value }) => field(value, 'hostPath') !== undefined)
    .map(({ value, path }) => ({
      path: [...path, 'hostPath'],
      message: `the volume is ${text(value, 'hostPath', 'path') ?? 'a folder'} of the node`,
    })),
);
