import { warningAt, type Diagnostic } from '../core/diagnostic.ts';
import { isJsonObject, type Json } from '../core/json.ts';

/** The oldest minor versions of Kubernetes 1: that modules may name, as in kubenix, and that has schemas. */
const OLDEST = 19;
const OLDEST_TABLE = 28;

/** The version whose schemas are used for a version: the nearest newer one, where it has none of its own. */
export function tableVersion(version: string): string {
  return isOlder(version) ? `1.${OLDEST_TABLE}` : version;
}

/** `1.27` for `v1.27.3`. */
export function minorVersion(version: string): string {
  return /^v?(\d+\.\d+)/.exec(version)?.[1] ?? version;
}

/** One warning for versions that have no schemas of their own. */
export function olderVersions(versions: Iterable<string>): Diagnostic[] {
  const older = [...new Set([...versions].map(minorVersion))].filter(isOlder).sort();
  if (older.length === 0) return [];
  return [
    warningAt(
      'schema/version',
      `there are no schemas for Kubernetes ${older.join(', ')}: objects are checked by those of ${tableVersion(older[0] ?? '')}`,
      {
        help: 'what newer versions have and yours lacks is not told; name the version of your cluster',
      },
    ),
  ];
}

const ANNOTATION = 'kubenix/k8s-version';

/** The versions that modules named, as their objects carry them. */
export function versionsOf(objects: readonly Json[]): string[] {
  return objects.flatMap((object) => {
    const metadata = isJsonObject(object) ? object['metadata'] : undefined;
    const annotations = isJsonObject(metadata) ? metadata['annotations'] : undefined;
    const version = isJsonObject(annotations) ? annotations[ANNOTATION] : undefined;
    return typeof version === 'string' ? [version] : [];
  });
}

function isOlder(version: string): boolean {
  const minor = Number(/^1\.(\d+)$/.exec(version)?.[1] ?? Number.NaN);
  return minor >= OLDEST && minor < OLDEST_TABLE;
}
