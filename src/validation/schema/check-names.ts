import type { JsonObject } from '../../core/json.ts';
import { refusedName, type Walk } from './finding.ts';
import { FORMATS } from './formats.ts';

/** Checks the keys of a mapping against their format. */
export function checkNames(walk: Walk, format: string, value: JsonObject): void {
  const wanted = FORMATS.get(format);
  if (wanted === undefined) return;
  for (const name of Object.keys(value))
    if (!wanted.test(name)) refusedName(walk, name, `must be ${wanted.wanted}`);
}
