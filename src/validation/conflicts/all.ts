import { ACCESS_CHECKS } from './access.ts';
import type { StructCheck } from './conflict.ts';
import { DATA_CHECKS } from './data.ts';
import { FIELD_CHECKS } from './fields.ts';
import { NETWORK_CHECKS } from './network.ts';
import { POD_CHECKS } from './pods.ts';
import { SCALING_CHECKS } from './scaling.ts';
import { STORAGE_CHECKS } from './storage.ts';
import { WORKLOAD_CHECKS } from './workloads.ts';

const GROUPS = [
  ACCESS_CHECKS,
  DATA_CHECKS,
  NETWORK_CHECKS,
  POD_CHECKS,
  SCALING_CHECKS,
  STORAGE_CHECKS,
  WORKLOAD_CHECKS,
];

/** Every check of a struct, by its name. */
export const STRUCT_CHECKS: ReadonlyMap<string, readonly StructCheck[]> = makeChecks();

function makeChecks(): Map<string, StructCheck[]> {
  const checks = new Map<string, StructCheck[]>();
  for (const [title, check] of [...FIELD_CHECKS, ...GROUPS.flatMap(Object.entries<StructCheck>)])
    checks.set(title, [...(checks.get(title) ?? []), check]);
  return checks;
}
