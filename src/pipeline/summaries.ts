import type { Generated } from './gmanifests.ts';

/** `6 modules, 14 objects`, and how many modules need helm. */
export function summarizeGenerated({ bundle, files, needHelm }: Generated): string {
  const objects = files.reduce((sum, { objects: list }) => sum + list.length, 0);
  const modules = Object.keys(bundle.modules).length;
  const waiting = needHelm.length === 0 ? '' : `, ${needHelm.length} need helm`;
  return `${count(modules, 'module')}, ${count(objects, 'object')}${waiting}`;
}

/** `1 file`, `2 files` */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
