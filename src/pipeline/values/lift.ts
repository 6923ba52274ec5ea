import type { ReleaseInput } from '../../../generated/release.ts';
import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';

/** Arguments of a release: those that have a name of their own, and the values that are left. */
export type ReleaseArguments = { [Name in keyof ReleaseInput]?: Json };

/**
 * Moves what the typed arguments can say out of app-template values: image, command, environment and the like of one
 * container, and the pod around it. The rest stays in `values`, which are left out when nothing is left.
 */
export function liftArguments(given: JsonObject): ReleaseArguments {
  const values = structuredClone(given);
  const controllers = members(values['controllers']);
  const controller = choose(controllers);
  const containers = members(controllers[controller]?.['containers']);
  const container = choose(containers);
  const [outer, inner] = [controllers[controller], containers[container]];
  if (outer === undefined || inner === undefined) return { values };
  const image = takeImage(inner);
  if (image === undefined) return { values: given };
  const lifted: ReleaseArguments = {
    ...identifiers(controller, container),
    image,
    ...takeController(outer),
    ...takeContainer(inner),
    ...takePod(outer),
    // Values say themselves which accounts there are.
    serviceAccount: false,
  };
  prune(values, ['controllers', controller, 'containers', container]);
  prune(values, ['controllers', controller, 'pod']);
  return Object.keys(values).length === 0 ? lifted : { ...lifted, values };
}

/** The identifier whose item the arguments describe: `main` or `app`, else the first. */
function choose(items: Record<string, JsonObject>): string {
  const enabled = Object.keys(items).filter((id) => items[id]?.['enabled'] !== false);
  return ['main', 'app'].find((id) => enabled.includes(id)) ?? enabled[0] ?? '';
}

function identifiers(controller: string, container: string): ReleaseArguments {
  const own = Object.entries({ controller, container }).filter(([, id]) => id !== 'main');
  return own.length === 0 ? {} : { identifiers: Object.fromEntries(own) };
}

/** A reference in one string where that says everything. */
function takeImage(container: JsonObject): Json | undefined {
  const { image } = container;
  if (!isJsonObject(image)) return undefined;
  const { repository, tag: given, pullPolicy, ...others } = image;
  const tag = typeof given === 'number' ? String(given) : given;
  const isPlain =
    typeof repository === 'string' &&
    /^[^@{}]+$/.test(repository) &&
    typeof tag === 'string' &&
    /^[\w][\w.-]*(@sha256:[0-9a-f]+)?$/.test(tag);
  if (!isPlain || Object.keys(others).length > 0) return undefined;
  delete container['image'];
  if (pullPolicy === undefined) return `${repository}:${tag}`;
  const [name = '', digest] = tag.split('@');
  return { repository, tag: name, ...(digest === undefined ? {} : { digest }), pullPolicy };
}

/** A StatefulSet without `replicas` has none; the argument would give it one. */
function takeController(controller: JsonObject): ReleaseArguments {
  const { type, replicas, cronjob } = controller;
  const lifted: ReleaseArguments = {};
  if (typeof type === 'string') {
    if (type !== 'deployment') lifted.controllerType = type;
    delete controller['type'];
  }
  if (type === 'cronjob' && isJsonObject(cronjob) && typeof cronjob['schedule'] === 'string') {
    lifted.schedule = cronjob['schedule'];
    delete lifted.controllerType;
    delete cronjob['schedule'];
    if (Object.keys(cronjob).length === 0) delete controller['cronjob'];
  }
  if (replicas === undefined)
    return type === 'statefulset' ? { ...lifted, replicas: null } : lifted;
  delete controller['replicas'];
  return replicas === 1 ? lifted : { ...lifted, replicas };
}

const CONTAINER: Readonly<Record<string, keyof ReleaseInput>> = {
  command: 'command',
  args: 'arguments',
  env: 'env',
  resources: 'resources',
  securityContext: 'securityContext',
};

function takeContainer(container: JsonObject): ReleaseArguments {
  const lifted = take(container, CONTAINER, (value, key) => key !== 'env' || isJsonObject(value));
  const [source, ...others] = Array.isArray(container['envFrom']) ? container['envFrom'] : [];
  if (others.length === 0 && isJsonObject(source) && isJsonObject(source['secretRef'])) {
    const { name } = source['secretRef'];
    const isOnly = Object.keys(source).length + Object.keys(source['secretRef']).length === 2;
    if (isOnly && typeof name === 'string') {
      lifted.secretName = name;
      delete container['envFrom'];
    }
  }
  const probes = takeProbes(container);
  return Object.keys(probes).length === 0 ? lifted : { ...lifted, probes };
}

/** A probe that is named among the arguments is on, and with a path it asks by HTTP. */
function takeProbes(container: JsonObject): JsonObject {
  const given = members(container['probes']);
  const on = Object.entries(given).filter(([, probe]) => probe['enabled'] === true);
  for (const [name] of on) Reflect.deleteProperty(container['probes'] as JsonObject, name);
  if (isJsonObject(container['probes']) && Object.keys(container['probes']).length === 0)
    delete container['probes'];
  return Object.fromEntries(
    on.map(([name, { type, ...given }]) => {
      const probe = Object.fromEntries(Object.entries(given).filter(([key]) => key !== 'enabled'));
      const byHttp = probe['path'] !== undefined;
      if (type === undefined) return [name, byHttp ? { ...probe, type: 'TCP' } : probe];
      return [name, byHttp && type === 'HTTP' ? probe : { ...probe, type }];
    }),
  );
}

const POD: Readonly<Record<string, keyof ReleaseInput>> = {
  affinity: 'affinity',
  nodeSelector: 'nodeSelector',
  priorityClassName: 'priorityClassName',
  securityContext: 'podSecurityContext',
  tolerations: 'tolerations',
};

function takePod({ pod }: JsonObject): ReleaseArguments {
  return isJsonObject(pod) ? take(pod, POD, () => true) : {};
}

/** Empty values stay: an empty one clears a default in some places, while an argument that is empty says nothing. */
function take(
  from: JsonObject,
  names: Readonly<Record<string, keyof ReleaseInput>>,
  fits: (value: Json, key: string) => boolean,
): ReleaseArguments {
  const lifted: ReleaseArguments = {};
  for (const [key, argument] of Object.entries(names)) {
    const value = from[key];
    if (value === undefined || isEmpty(value) || !fits(value, key)) continue;
    lifted[argument] = value;
    Reflect.deleteProperty(from, key);
  }
  return lifted;
}

function isEmpty(value: Json): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isJsonObject(value) ? Object.keys(value).length === 0 : !value;
}

/** Removes the sets along a path that have become empty. */
function prune(set: JsonObject, [name, ...rest]: readonly string[]): void {
  const inner = name === undefined ? undefined : set[name];
  if (name === undefined || !isJsonObject(inner)) return;
  prune(inner, rest);
  if (Object.keys(inner).length === 0) Reflect.deleteProperty(set, name);
}

function members(value: Json | undefined): Record<string, JsonObject> {
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1])),
  );
}
