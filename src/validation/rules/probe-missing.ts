import { field } from '../graph/fields.ts';
import { ofContainers } from './of-containers.ts';

/** Rule `probe/missing`: a container that nothing asks whether it is ready. Jobs end by themselves. */
export const probeMissing = ofContainers('probe/missing', ({ value, path }, { kind }) => {
  const isService = ['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind);
  const isMain = path.at(-2) === 'containers';
  if (!isService || !isMain || field(value, 'readinessProbe') !== undefined) return [];
  return [{ path, message: 'the container has no readiness probe' }];
});
