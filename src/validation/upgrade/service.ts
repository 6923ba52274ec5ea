import { at, editRule, fixed, type Edit, type UpgradeFinding } from './rule.ts';

const HEADLESS = 'None';
const help =
  'leave the address to the cluster, or delete the Service and apply it anew: its address changes then';

/** Rule `upgrade/service-address`: a Service keeps its cluster address, address family and load balancer class. */
export const serviceAddress = editRule('upgrade/service-address', ['Service'], (edit) => {
  if (!hasAddress(edit.before) || !hasAddress(edit.after)) return [];
  return [
    ...clusterAddress(edit),
    ...family(edit),
    ...loadBalancerClass(edit),
    ...healthPort(edit),
  ];
});

function hasAddress(object: Edit['after']): boolean {
  return at(object, ['spec', 'type']) !== 'ExternalName';
}

/** The server keeps the address that it gave when none is named any more. */
function clusterAddress(edit: Edit): UpgradeFinding[] {
  const path = ['spec', 'clusterIP'];
  const [old, now] = [at(edit.before, path), at(edit.after, path)];
  if (now === undefined || now === '') {
    if (old !== HEADLESS) return [];
    const message = 'the Service stays headless: the server keeps `None` when it is not named';
    return fixed(edit, { path }, { message, help }).map((finding) => ({
      ...finding,
      severity: 'warning',
    }));
  }
  const isPinned = (old === undefined || old === '') && now !== HEADLESS;
  const pinned = 'this is refused unless the Service has this address already';
  return fixed(edit, { path }, { ...(isPinned ? { message: pinned } : {}), help }).map((finding) =>
    isPinned ? { ...finding, severity: 'warning' } : finding,
  );
}

/** The first family; a second one may come and go. */
function family(edit: Edit): UpgradeFinding[] {
  const path = ['spec', 'ipFamilies'];
  const [old, now] = [at(edit.before, path), at(edit.after, path)];
  if (!Array.isArray(old) || !Array.isArray(now) || old[0] === now[0]) return [];
  return fixed(edit, { path }, { help });
}

/** The port for the health of a balanced Service is given once. */
function healthPort(edit: Edit): UpgradeFinding[] {
  const path = ['spec', 'healthCheckNodePort'];
  const isGiven = [edit.before, edit.after].every((object) => (at(object, path) ?? 0) !== 0);
  return isGiven ? fixed(edit, { path }, { help }) : [];
}

/** It can be set only while the type becomes LoadBalancer. */
function loadBalancerClass(edit: Edit): UpgradeFinding[] {
  const types = [edit.before, edit.after].map((object) => at(object, ['spec', 'type']));
  if (types.some((type) => type !== 'LoadBalancer')) return [];
  return fixed(edit, { path: ['spec', 'loadBalancerClass'] }, { help });
}
