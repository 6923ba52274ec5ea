import type { KubernetesObject } from '../../../../src/core/object.ts';
import { own, type App } from './app.ts';

const RBAC = 'rbac.authorization.k8s.io';

/** Who the pods of an application are, and what they may do. */
export function accessOf(app: App): KubernetesObject[] {
  const { name, namespace } = app;
  const subjects = [{ kind: 'ServiceAccount', name, namespace }];
  const roleRef = { apiGroup: RBAC, kind: 'Role', name };
  return [
    own(app, 'v1/ServiceAccount', { imagePullSecrets: [{ name: `${name}-pull` }] }),
    own(app, `${RBAC}/v1/Role`, {
      rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list'] }],
    }),
    own(app, `${RBAC}/v1/RoleBinding`, { roleRef, subjects }),
    own(
      app,
      `${RBAC}/v1/RoleBinding`,
      { roleRef: { ...roleRef, kind: 'ClusterRole', name: 'reader' }, subjects },
      'reader',
    ),
  ];
}
