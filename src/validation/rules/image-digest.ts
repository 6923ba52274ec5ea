import { text } from '../graph/fields.ts';
import { ofContainers } from './of-containers.ts';

/** Rule `image/digest`: an image that is named by its tag alone. */
export const imageDigest = ofContainers('image/digest', ({ value, path }) => {
  const image = text(value, 'image');
  if (image === undefined || image.includes('@sha256:')) return [];
  return [
    {
      path: [...path, 'image'],
      message: `the image ${image} is named by its tag alone`,
      help: 'add its digest: <image>:<tag>@sha256:…',
    },
  ];
});
