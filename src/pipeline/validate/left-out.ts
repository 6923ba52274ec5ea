import { infoAt, warningAt, type Diagnostic } from '../../core/diagnostic.ts';
import type { DocumentFile } from './documents.ts';
import type { Built } from './kustomizations.ts';

const MOST_LISTED = 8;

/** Templates are told in sum. */
export function aboutTemplates(paths: ReadonlySet<string>): Diagnostic[] {
  if (paths.size === 0) return [];
  return [
    warningAt(
      'yaml/template',
      `not checked, because their {{ }} make them no YAML: ${listed([...paths].sort())}`,
      {
        help: 'validate what the other program makes of them: gantry validate reads standard input',
      },
    ),
  ];
}

/** What lies in the folders and is no object is told in sum. */
export function leftOut(
  files: readonly DocumentFile[],
  { patches }: Built,
  templates: readonly string[],
): Diagnostic[] {
  const others = files.filter(
    ({ path, named, isForeign }) => !named && (isForeign || patches.has(path)),
  );
  const paths = [...others.map(({ path }) => path), ...templates].sort();
  if (paths.length === 0) return [];
  return [
    infoAt(
      'schema/left-out',
      `not checked, because they hold other things than whole objects: ${listed(paths)}`,
    ),
  ];
}

function listed(paths: readonly string[]): string {
  const more = paths.length > MOST_LISTED ? ` and ${paths.length - MOST_LISTED} more` : '';
  return `${paths.slice(0, MOST_LISTED).join(', ')}${more}`;
}
