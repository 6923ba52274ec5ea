import type { Edge } from '../edge.ts';
import { items, member, text, type Item } from '../fields.ts';
import type { GraphNode } from '../node.ts';
import { edgeTo } from './wanted.ts';

/** What API servers call: webhooks of admission and conversion, and APIs that another server serves. */
export function webhookReferences(node: GraphNode): Edge[] {
  return servicesOf(node).flatMap((at) => {
    const port = at.value['port'];
    return edgeTo({
      from: node,
      relation: 'webhook',
      at,
      wanted: {
        kind: 'Service',
        namespace: text(at.value, 'namespace'),
        port: typeof port === 'number' ? port : 443,
      },
      ...(typeof port === 'number' ? { detailPath: [...at.path, 'port'] } : {}),
    });
  });
}

function servicesOf(node: GraphNode): Item[] {
  switch (node.kind) {
    case 'MutatingWebhookConfiguration':
    case 'ValidatingWebhookConfiguration':
      return items(node, 'webhooks').flatMap(
        (webhook) => member(webhook, 'clientConfig', 'service') ?? [],
      );
    case 'APIService':
      return [member(node, 'spec', 'service') ?? []].flat();
    case 'CustomResourceDefinition':
      return [
        member(node, 'spec', 'conversion', 'webhook', 'clientConfig', 'service') ?? [],
      ].flat();
    default:
      return [];
  }
}
