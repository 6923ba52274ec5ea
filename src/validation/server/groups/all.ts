import type { ServerTable } from '../table.ts';
import { CERTIFICATES, RBAC } from './access.ts';
import { ADMISSION, API_SERVICES, FLOW_CONTROL } from './admission.ts';
import { CORE_OBJECTS } from './core-objects.ts';
import { CORE_PODS } from './core-pods.ts';
import { CORE_VOLUMES } from './core-volumes.ts';
import { DEFINITIONS } from './definitions.ts';
import { DEVICES, SCHEDULING } from './devices.ts';
import { META } from './meta.ts';
import { DISCOVERY, NETWORKING } from './network.ts';
import { COORDINATION, NODE, STORAGE, STORAGE_MIGRATION, TOPOLOGY } from './storage.ts';
import { APPS, AUTOSCALING, BATCH, POLICY } from './workloads.ts';

/** What API servers check, by API group. */
export const SERVER_TABLES: readonly ServerTable[] = [
  ...[META, CORE_PODS, CORE_VOLUMES, CORE_OBJECTS, TOPOLOGY],
  ...[APPS, BATCH, AUTOSCALING, POLICY],
  ...[NETWORKING, DISCOVERY, RBAC, CERTIFICATES],
  ...[ADMISSION, API_SERVICES, FLOW_CONTROL, DEFINITIONS],
  ...[STORAGE, STORAGE_MIGRATION, NODE, COORDINATION, DEVICES, SCHEDULING],
];
