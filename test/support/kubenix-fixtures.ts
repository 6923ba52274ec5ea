import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KubernetesObject } from '../../src/core/object.ts';

/** Modules that cover the hazards of real repositories, a folder for each case. */
export const fixtures = fileURLToPath(new URL('../fixtures/kubenix', import.meta.url));

export const cases = readdirSync(fixtures);

/** Module → its objects. */
export type Golden = Record<string, KubernetesObject[]>;

/** What hall/kubenix gives for a case. */
export function kubenixGolden(name: string): Golden {
  return JSON.parse(readFileSync(join(fixtures, name, 'golden.json'), 'utf8')) as Golden;
}

/** What Gantry gives: the same, unless the case has a golden of its own that says how it means to differ. */
export function gantryGolden(name: string): Golden {
  const own = join(fixtures, name, 'gantry.json');
  return existsSync(own) ? (JSON.parse(readFileSync(own, 'utf8')) as Golden) : kubenixGolden(name);
}
