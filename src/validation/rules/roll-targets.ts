import { warningAt, type Diagnostic } from '../../core/diagnostic.ts';
import { globMatcher } from '../../core/glob.ts';
import type { ManifestFile } from '../../core/manifest-file.ts';
import { describeObject } from '../../core/object.ts';
import { isSecret, isTarget, secretKey, secretKeys } from '../../core/roll.ts';

/**
 * `rolls/unknown-secret` for each Secret that a workload is to roll on and no file holds, but for those that
 * `external` (patterns of `namespace/name`) says are in the cluster; `rolls/unknown-workload` for a workload that its
 * own file does not hold. Only to be asked about all files of a project.
 */
export function checkRollTargets(
  files: readonly ManifestFile[],
  external: readonly string[],
): Diagnostic[] {
  const made = new Set(files.flatMap(({ objects }) => objects.filter(isSecret).map(secretKey)));
  const known = external.map(globMatcher);
  return files.flatMap((file) =>
    file.rolls.flatMap((roll) => {
      const target = file.objects.find((object) => isTarget(roll, object));
      if (target === undefined) return [unknownWorkload(file, `${roll.kind} ${roll.name}`)];
      return secretKeys(roll)
        .filter((key) => !made.has(key) && !known.some((matches) => matches(key)))
        .map((key) => unknownSecret(file, describeObject(target), key));
    }),
  );
}

function unknownSecret(file: ManifestFile, object: string, secret: string): Diagnostic {
  return warningAt(
    'rolls/unknown-secret',
    `no module makes Secret ${secret}, on which it is to roll: its change rolls nothing`,
    {
      file: file.path,
      object,
      pointer: '',
      help: `write the Secret in a module, or name "${secret}" in settings.external.secrets`,
    },
  );
}

function unknownWorkload(file: ManifestFile, object: string): Diagnostic {
  return warningAt(
    'rolls/unknown-workload',
    `its module does not make this workload, which is to roll`,
    {
      file: file.path,
      object,
      help: 'give kind, namespace and name in `manifest.rolls` as the object has them',
    },
  );
}
