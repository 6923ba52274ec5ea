import { evaluate } from '../support/nix-eval.ts';

export interface Rendered {
  readonly objects?: readonly KubernetesObject[];
  readonly error?: string;
}

export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string } & Record<string, unknown>;
  readonly [field: string]: unknown;
}

/** Renders many sets of values as release `demo` in namespace `apps`, in one evaluation. */
export function renderAll(cases: Readonly<Record<string, unknown>>): Record<string, Rendered> {
  const requests = Object.entries(cases).map(([id, values]) => ({
    id,
    releaseName: 'demo',
    namespace: 'apps',
    chart: { name: 'app-template', version: '4.1.1' },
    capabilities: {
      kubeVersion: '1.34',
      apiVersions: ['gateway.networking.k8s.io/v1/HTTPRoute'],
    },
    values,
  }));
  const answers = evaluate('import (nix + "/release/batch.nix") { inherit lib; } input', requests);
  return Object.fromEntries((answers as (Rendered & { id: string })[]).map((it) => [it.id, it]));
}

/** The objects of one kind; fails with the error of the rendering if there is one. */
export function ofKind(rendered: Rendered | undefined, kind: string): readonly KubernetesObject[] {
  if (rendered?.objects === undefined) throw new Error(rendered?.error ?? 'not rendered');
  return rendered.objects.filter((object) => object.kind === kind);
}

/** Values with one container, and whatever is given beside it. */
export function withMain(values: Record<string, unknown>, controller: object = {}): object {
  return {
    ...values,
    controllers: {
      main: {
        containers: { main: { image: { repository: 'nginx', tag: '1.29' } } },
        ...controller,
      },
    },
  };
}

export const service = { main: { ports: { http: { port: 8080 } } } };
