import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Gantry's cache folder: `$XDG_CACHE_HOME/gantry`, else `~/.cache/gantry`. Holds nothing that cannot be lost. */
export function cacheFolder(environment: Environment): string {
  return join(baseFolder(environment, 'XDG_CACHE_HOME', '.cache'), 'gantry');
}

/** Gantry's state folder: `$XDG_STATE_HOME/gantry`, else `~/.local/state/gantry`. Holds the run locks. */
export function stateFolder(environment: Environment): string {
  return join(baseFolder(environment, 'XDG_STATE_HOME', join('.local', 'state')), 'gantry');
}

/** A base folder by the XDG Base Directory specification: relative values are ignored. */
function baseFolder(environment: Environment, variable: string, fallback: string): string {
  const value = environment[variable];
  if (value !== undefined && isAbsolute(value)) return value;
  return join(environment['HOME'] ?? homedir(), fallback);
}
