import { projectSettingsSchema, type ProjectSettings } from '../../generated/project.ts';
import { errorAt } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { describeMismatches } from './mismatch.ts';

export {
  projectCodegenItemSchema as codegenTargetSchema,
  type ProjectCodegenItem as CodegenTarget,
} from '../../generated/project.ts';

export type Settings = ProjectSettings;

/**
 * The settings of a project as Nix evaluated them. Nix has checked what people wrote; a mismatch here means that the Nix
 * side and this program are of different versions (`nix/settings`).
 */
export function decodeSettings(value: unknown): Result<Settings> {
  const parsed = projectSettingsSchema.safeParse(value);
  if (parsed.success) return success(parsed.data);
  return failure(
    ...describeMismatches(parsed.error, value).map(({ path, sentence }) =>
      errorAt('nix/settings', `the settings are not what this program reads: ${sentence}`, {
        pointer: path,
        help: 'take the `gantry` flake input and the `gantry` program from the same version of Gantry',
      }),
    ),
  );
}
