import { count } from '../core/words.ts';
import type { Generated } from './gmanifests.ts';

/** `6 modules, 14 objects`, and how many modules need helm. */
export function summarizeGenerated({ bundle, files, needHelm }: Generated): string {
  const objects = files.reduce((sum, { objects: list }) => sum + list.length, 0);
  const modules = Object.keys(bundle.modules).length;
  const waiting =
    needHelm.length === 0 ? '' : `, ${count(needHelm.length, 'needs helm', 'need helm')}`;
  return `${count(modules, 'module')}, ${count(objects, 'object')}${waiting}`;
}
