import { ACCESS_CHECKS } from './access.ts';
import { ADMISSION_CHECKS } from './admission.ts';
import { CLUSTER_CHECKS } from './clusters.ts';
import type { StructCheck } from './conflict.ts';
import { CONTAINER_CHECKS } from './containers.ts';
import { DATA_CHECKS } from './data.ts';
import { DEFINITION_CHECKS } from './definitions.ts';
import { DEVICE_CHECKS } from './devices.ts';
import { EVENT_CHECKS } from './events.ts';
import { fieldChecks } from './fields.ts';
import { FLOW_CHECKS } from './flow-control.ts';
import { JOB_CHECKS } from './jobs.ts';
import { NETWORK_CHECKS } from './network.ts';
import { ANNOTATION_CHECKS } from './pod-annotations.ts';
import { POD_CHECKS } from './pods.ts';
import { QUOTA_CHECKS } from './quotas.ts';
import { RESOURCE_CHECKS } from './resources.ts';
import { SCALING_CHECKS } from './scaling.ts';
import { SCHEDULING_CHECKS } from './scheduling.ts';
import { SERVICE_CHECKS } from './services.ts';
import { STORAGE_CHECKS } from './storage.ts';
import { VOLUME_CHECKS } from './volumes.ts';
import { WORKLOAD_CHECKS } from './workloads.ts';

const GROUPS = [
  ...[ACCESS_CHECKS, ADMISSION_CHECKS, CLUSTER_CHECKS, DATA_CHECKS, DEFINITION_CHECKS, FLOW_CHECKS],
  ...[POD_CHECKS, CONTAINER_CHECKS, RESOURCE_CHECKS, SCHEDULING_CHECKS, ANNOTATION_CHECKS],
  ...[DEVICE_CHECKS, EVENT_CHECKS, WORKLOAD_CHECKS, JOB_CHECKS, SCALING_CHECKS, QUOTA_CHECKS],
  ...[SERVICE_CHECKS, NETWORK_CHECKS, STORAGE_CHECKS, VOLUME_CHECKS],
];

type Checks = ReadonlyMap<string, readonly StructCheck[]>;

const known = new Map<number, Checks>();

/** Every check of a struct, by its name, for a minor version of Kubernetes 1. */
export function structChecks(minor: number): Checks {
  const made = known.get(minor) ?? makeChecks(minor);
  known.set(minor, made);
  return made;
}

function makeChecks(minor: number): Checks {
  const checks = new Map<string, StructCheck[]>();
  const written = GROUPS.flatMap((group) => Object.entries<StructCheck>(group));
  for (const [struct, check] of [...fieldChecks(minor), ...written])
    checks.set(struct, [...(checks.get(struct) ?? []), check]);
  return checks;
}
