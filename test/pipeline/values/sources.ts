/** Values files as people have them. */
export const SOURCES = {
  'a HelmRelease with anchors, templates, Flux variables and a script': `
apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata: { name: shelf-chart }
spec: { url: oci://registry.example/charts/app-template }
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: shelf, namespace: media }
spec:
  chartRef: { kind: OCIRepository, name: shelf-chart }
  values:
    controllers:
      shelf:
        annotations: { reloader.example/auto: "true" }
        pod: { securityContext: { fsGroup: 1000 }, nodeSelector: { disk: fast } }
        containers:
          app:
            image: { repository: registry.example/shelf, tag: 2.1.0@sha256:00ff }
            env: { TZ: Europe/Lisbon, PORT: &port 7878, LOGS: yes, URL: "http://{{ .Release.Name }}" }
            envFrom: [ { secretRef: { name: shelf-secret } } ]
            probes:
              liveness: &probe
                enabled: true
                custom: true
                spec: { httpGet: { path: /ping, port: *port }, failureThreshold: 3 }
              readiness: *probe
              startup: { enabled: false }
            resources: { requests: { cpu: 10m }, limits: { memory: 1Gi } }
    defaultPodOptions: { securityContext: { runAsNonRoot: true, runAsUser: 1000 } }
    service: { app: { controller: shelf, ports: { http: { port: *port } } } }
    route:
      app:
        hostnames: [ "{{ .Release.Name }}.\${SECRET_DOMAIN}" ]
        parentRefs: [ { name: internal, namespace: network, sectionName: https } ]
    configMaps:
      script:
        data:
          start.sh: |
            #!/bin/sh
            exec env HOME=\${HOME:-''} /start

              --indented
    persistence:
      config: { existingClaim: shelf }
      tmp: { type: emptyDir, medium: Memory }
      script: { type: configMap, identifier: script, defaultMode: 0755, globalMounts: [ { path: /start.sh, subPath: start.sh } ] }
`,
  'two controllers, a StatefulSet with claims, init containers in order': `
controllers:
  main:
    type: statefulset
    replicas: 2
    statefulset:
      volumeClaimTemplates:
        - { name: data, size: 5Gi, accessMode: ReadWriteOnce, globalMounts: [ { path: /data } ] }
    initContainers:
      migrate: { image: { repository: app/db, tag: "3" }, dependsOn: wait, command: [ migrate, up ] }
      wait: { image: { repository: busybox, tag: "1" }, command: sleep, args: "1" }
    containers:
      main:
        image: { repository: app/server, tag: 1.10, pullPolicy: Always }
        env:
          - { name: A, value: "1" }
          - { name: B, valueFrom: { fieldRef: { fieldPath: status.podIP } } }
      sidecar: { image: { repository: app/proxy, tag: v2 } }
  worker:
    replicas: 1
    strategy: RollingUpdate
    containers: { main: { image: { repository: app/worker, tag: latest }, args: [ --queue, all ] } }
service:
  main: { controller: main, ports: { http: { port: 80, targetPort: 8080 }, metrics: { port: 9090 } } }
ingress:
  main:
    className: nginx
    hosts: [ { host: app.example, paths: [ { path: /, service: { identifier: main, port: http } } ] } ]
    tls: [ { hosts: [ app.example ], secretName: wildcard } ]
serviceMonitor: { main: { serviceName: app-main, endpoints: [ { port: metrics, interval: 30s } ] } }
serviceAccount: { app: {} }
`,
  'a cron job that reads a Secret of its own': `
controllers:
  backup:
    type: cronjob
    cronjob: { schedule: "0 3 * * *", successfulJobsHistory: 3, timeZone: Europe/Lisbon }
    containers:
      app:
        image: { repository: restic/restic, tag: 0.18.0, pullPolicy: IfNotPresent }
        command: [ /bin/sh, -c, "restic backup /data" ]
        envFrom: [ { secret: restic } ]
        securityContext: { readOnlyRootFilesystem: true }
secrets: { restic: { stringData: { RESTIC_PASSWORD: "a '' $\${b} \\"c\\" \\\\d" } } }
persistence: { data: { type: nfs, server: nas.example, path: /volume1, globalMounts: [ { path: /data, readOnly: true } ] } }
`,
  'an application with rights in the whole cluster, and raw resources': `
controllers: { main: { containers: { main: { image: { repository: a/operator, tag: v1 } } } } }
serviceAccount: { operator: {} }
rbac:
  roles: { reader: { type: ClusterRole, rules: [ { apiGroups: [ "" ], resources: [ pods ], verbs: [ get ] } ] } }
  bindings: { reader: { type: ClusterRoleBinding, roleRef: { identifier: reader }, subjects: [ { identifier: operator } ] } }
rawResources: { alert: { apiVersion: monitoring.coreos.com/v1, kind: PrometheusRule, spec: { spec: { groups: [] } } } }
`,
  'a plain deployment by the names of the arguments': `
controllers:
  main:
    containers:
      main:
        image: { repository: registry:5000/whoami, tag: v1 }
        probes: { liveness: { enabled: true, type: HTTP, path: /health }, readiness: { enabled: true } }
service: { main: { controller: main, ports: { http: { port: 80 } } } }
`,
} as const;
