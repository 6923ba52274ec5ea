import type { JsonObject } from '../../core/json.ts';
import type { FlakeAttributes } from './reference.ts';

/** A source that Nix has fetched, as flakes see it: `outPath`, and what is known of its revision. */
export type Source = JsonObject & { readonly outPath: string };

const SHORT = 7;

/** The source of an input, with the attributes that a lock file knows of it, as Nix derives them from each other. */
export function lockedSource(outPath: string, locked: FlakeAttributes): Source {
  const { rev, revCount, lastModified, narHash } = locked;
  return {
    outPath,
    ...(narHash === undefined ? {} : { narHash }),
    ...(typeof rev === 'string' ? { rev, shortRev: rev.slice(0, SHORT) } : {}),
    ...(revCount === undefined ? {} : { revCount }),
    ...(typeof lastModified === 'number'
      ? { lastModified, lastModifiedDate: digits(lastModified) }
      : {}),
  };
}

/** A time in seconds since 1970 as `20261128034050`, in UTC. */
function digits(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replaceAll(/\D/g, '');
}
