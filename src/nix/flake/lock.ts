import * as z from 'zod';
import { isLocal, type FlakeAttributes } from './reference.ts';

const attributes = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const node = z.looseObject({
  inputs: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
  locked: attributes.optional(),
  original: attributes.optional(),
});

/** A flake.lock as Nix 2.4 and newer write it (version 7), as far as it is looked at here. */
export const flakeLockSchema = z.looseObject({
  version: z.number(),
  root: z.string(),
  nodes: z.record(z.string(), node),
});

export type FlakeLock = z.infer<typeof flakeLockSchema>;
export type LockNode = z.infer<typeof node>;

/** The nodes that something is fetched for: all but the flake itself. */
export function lockedNodes(lock: FlakeLock): [name: string, node: LockNode][] {
  return Object.entries(lock.nodes).filter(([name]) => name !== lock.root);
}

/** Whether a node says exactly what is fetched: a revision or the hash of the content. */
export function isPinned({ locked }: LockNode): boolean {
  return locked?.['narHash'] !== undefined || locked?.['rev'] !== undefined;
}

/** Whether what a node locks, or what it was locked for, lies on this machine. */
export function isLocalNode({ locked = {}, original = {} }: LockNode): boolean {
  return isLocal(locked) || isLocal(original);
}

/** Whether two descriptions name the same source; what a lock file adds about the content does not count. */
export function isSameSource(a: FlakeAttributes, b: FlakeAttributes): boolean {
  return JSON.stringify(essence(a)) === JSON.stringify(essence(b));
}

/** Whether what is locked comes from a source; which branch or tag it was then does not stand there. */
export function isOfSource(locked: FlakeAttributes, source: FlakeAttributes): boolean {
  return essence(source).every(([name, value]) => name === 'ref' || locked[name] === value);
}

function essence(source: FlakeAttributes): [string, unknown][] {
  return Object.entries(source)
    .filter(([name]) => name !== 'narHash' && name !== 'lastModified')
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
