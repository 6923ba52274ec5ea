import type { Bundle } from '../bridge/bundle.ts';
import type { Settings } from '../bridge/project.ts';
import type { World } from '../validation/graph/resolve.ts';

interface Evaluated {
  readonly settings: Settings;
  readonly bundle: Bundle;
  readonly partial: boolean;
}

/** What of the cluster the tree does not show: what the settings declare, and charts that are not rendered. */
export function worldOf({ settings, bundle, partial }: Evaluated): World {
  const requests = Object.values(bundle.modules).flatMap(({ helm }) => helm);
  return {
    external: settings.external,
    hidden: {
      partial,
      namespaces: requests.flatMap(namespaceOf),
      charts: requests.length > 0,
    },
  };
}

function namespaceOf(request: unknown): string[] {
  const namespace = (request as { readonly namespace?: unknown } | null)?.namespace;
  return [typeof namespace === 'string' ? namespace : 'default'];
}
