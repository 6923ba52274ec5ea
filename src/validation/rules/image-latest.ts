import { text } from '../graph/fields.ts';
import { ofContainers } from './of-containers.ts';

/** Rule `image/latest`: an image without a version. */
export const imageLatest = ofContainers('image/latest', ({ value, path }) => {
  const image = text(value, 'image');
  if (image === undefined || image.includes('@')) return [];
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  if (tag !== undefined && tag !== 'latest') return [];
  return [
    {
      path: [...path, 'image'],
      message: `the image ${image} is whatever is latest when the pod starts`,
      help: 'name a version',
    },
  ];
});
