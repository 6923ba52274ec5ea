import { field } from '../graph/fields.ts';
import { ofContainers } from './of-containers.ts';

/** Rule `security/privileged`: a container with every right on its node. */
export const securityPrivileged = ofContainers('security/privileged', ({ value, path }) => {
  if (field(value, 'securityContext', 'privileged') !== true) return [];
  return [
    { path: [...path, 'securityContext', 'privileged'], message: 'the container is privileged' },
  ];
});
