import type { JsonObject } from '../../../../src/core/json.ts';
import type { KubernetesObject } from '../../../../src/core/object.ts';
import { own, type App } from './app.ts';

/** How an application is reached, guarded, watched and scaled. */
export function networkOf(app: App): KubernetesObject[] {
  return [
    ...servicesOf(app),
    app.index % 2 === 0 ? ingress(app) : route(app),
    policy(app),
    ...(app.kind === 'DaemonSet' ? [] : [budget(app), autoscaler(app)]),
    monitor(app),
    certificate(app),
  ];
}

function servicesOf(app: App): KubernetesObject[] {
  const selector = { app: app.name };
  const ports = [
    { name: 'http', port: 80, targetPort: 'http' },
    { name: 'metrics', port: 9090, targetPort: 9090, protocol: 'TCP' },
  ];
  const loadBalancer = (): KubernetesObject => {
    const service = own(
      app,
      'v1/Service',
      { spec: { type: 'LoadBalancer', selector, ports } },
      'lb',
    );
    const annotations = { 'metallb.io/loadBalancerIPs': `192.168.1.${app.index + 10}` };
    return { ...service, metadata: { ...(service['metadata'] as JsonObject), annotations } };
  };
  return [
    own(app, 'v1/Service', { spec: { selector, ports } }),
    ...(app.kind === 'StatefulSet'
      ? [own(app, 'v1/Service', { spec: { clusterIP: 'None', selector, ports } }, 'headless')]
      : []),
    ...(app.index % 4 < 2 ? [loadBalancer()] : []),
  ];
}

function ingress(app: App): KubernetesObject {
  const backend = {
    service: {
      name: app.name,
      port: app.index % 4 === 0 ? { name: 'http' } : { number: 80 },
    },
  };
  const host = `${app.name}.example.org`;
  return own(app, 'networking.k8s.io/v1/Ingress', {
    spec: {
      ingressClassName: 'internal',
      rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
      tls: [{ hosts: [host], secretName: `${app.name}-tls` }],
    },
  });
}

function route(app: App): KubernetesObject {
  return own(app, 'gateway.networking.k8s.io/v1/HTTPRoute', {
    spec: {
      hostnames: [`${app.name}.example.org`],
      parentRefs: [{ name: 'edge', namespace: 'network', sectionName: 'https' }],
      rules: [{ backendRefs: [{ name: app.name, port: 80 }] }],
    },
  });
}

function policy(app: App): KubernetesObject {
  return own(app, 'networking.k8s.io/v1/NetworkPolicy', {
    spec: {
      podSelector: { matchLabels: { app: app.name } },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [{ ipBlock: { cidr: '10.0.0.0/8' } }, { podSelector: {} }],
          ports: [{ port: 'http', protocol: 'TCP' }],
        },
      ],
    },
  });
}

function budget(app: App): KubernetesObject {
  const selector = { matchLabels: { app: app.name } };
  return own(app, 'policy/v1/PodDisruptionBudget', { spec: { maxUnavailable: 1, selector } });
}

function autoscaler(app: App): KubernetesObject {
  const target = { type: 'Utilization', averageUtilization: 80 };
  return own(app, 'autoscaling/v2/HorizontalPodAutoscaler', {
    spec: {
      minReplicas: 2,
      maxReplicas: 5,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: app.kind, name: app.name },
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }],
    },
  });
}

function monitor(app: App): KubernetesObject {
  return own(app, 'monitoring.coreos.com/v1/ServiceMonitor', {
    spec: {
      selector: { matchLabels: { ...app.labels } },
      endpoints: [{ port: 'metrics', interval: '30s' }],
    },
  });
}

function certificate(app: App): KubernetesObject {
  return own(app, 'cert-manager.io/v1/Certificate', {
    spec: {
      secretName: `${app.name}-tls`,
      dnsNames: [`${app.name}.example.org`],
      issuerRef: { name: 'letsencrypt', kind: 'ClusterIssuer' },
    },
  });
}
