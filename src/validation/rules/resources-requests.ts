import { record } from '../graph/fields.ts';
import { ofContainers } from './of-containers.ts';

/** Rule `resources/requests`: a container that requests no CPU or no memory; a limit is a request too. */
export const resourcesRequests = ofContainers('resources/requests', ({ value, path }) => {
  const requests = {
    ...record(value, 'resources', 'limits'),
    ...record(value, 'resources', 'requests'),
  };
  const missing = ['cpu', 'memory'].filter((resource) => requests[resource] === undefined);
  if (missing.length === 0) return [];
  return [{ path, message: `the container requests no ${missing.join(' and no ')}` }];
});
