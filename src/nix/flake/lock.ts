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

/** Whether the node of the flake itself names a source: it has none, and would be taken for an input. */
export function rootHasSource(lock: FlakeLock): boolean {
  const root = lock.nodes[lock.root];
  return root === undefined || root.locked !== undefined || root.original !== undefined;
}

/** The nodes that something is fetched for: all but the flake itself. */
export function lockedNodes(lock: FlakeLock): [name: string, node: LockNode][] {
  return Object.entries(lock.nodes).filter(([name]) => name !== lock.root);
}

const NAR_HASH = /^sha256-[A-Za-z0-9+/]{43}=$/;
const REVISION = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** Whether a node says exactly what is fetched: the hash of the content, or a revision of a repository. */
export function isPinned({ locked = {} }: LockNode): boolean {
  const { type, narHash, rev } = locked;
  if (typeof narHash === 'string') return NAR_HASH.test(narHash);
  // Nix compares a revision with what it fetches for repositories alone.
  return type !== 'file' && type !== 'tarball' && typeof rev === 'string' && REVISION.test(rev);
}

/** Whether what a node locks, or what it was locked for, lies on this machine. */
export function isLocalNode({ locked, original }: LockNode): boolean {
  return [locked, original].some((source) => source !== undefined && isLocal(source));
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
