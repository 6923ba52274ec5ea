import type { Code } from '../../core/codes.ts';
import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import type { ManifestFile } from '../../core/manifest-file.ts';
import { describeObject } from '../../core/object.ts';
import { toDotted, toPointer } from '../../core/pointer.ts';
import type { Placement } from '../../core/reference.ts';
import { selectsPath, type CreationRule } from '../../sops/creation-rules.ts';

/** Rule `placeholder/in-clear`: a placeholder in a file that is not encrypted would be written, or its value leak. */
export function placeholderInClear(file: ManifestFile): Diagnostic[] {
  if (file.encrypt) return [];
  return file.placements.map((placement) =>
    finding(file, placement, {
      message: `a placeholder stands in ${file.path}, which is not encrypted`,
      help: `rename the module to ${file.module.replace(/\.nix$/, '.enc.nix')} or set \`manifest.encrypt = true\`; text that merely mentions one needs \`manifest.placeholders = false\``,
    }),
  );
}

/** Rule `placeholder/clear-path`: a placeholder where the creation rule of an encrypted file leaves values clear. */
export function placeholderAtClearPath(file: ManifestFile, rule: CreationRule): Diagnostic[] {
  return file.placements
    .filter(({ path }) => !selectsPath(rule.selection, path))
    .map((placement) =>
      finding(file, placement, {
        code: 'placeholder/clear-path',
        message: 'a placeholder stands where the creation rule leaves values clear',
        help: 'move it below data or stringData of a Secret, or widen encrypted_regex in .sops.yaml',
      }),
    );
}

interface Words {
  readonly code?: Code;
  readonly message: string;
  readonly help: string;
}

function finding(file: ManifestFile, placement: Placement, words: Words): Diagnostic {
  const object = file.objects[placement.object];
  return errorAt(
    words.code ?? 'placeholder/in-clear',
    `${toDotted(placement.path)}: ${words.message}`,
    {
      file: file.path,
      ...(object === undefined ? {} : { object: describeObject(object) }),
      pointer: toPointer(placement.path),
      help: words.help,
    },
  );
}
