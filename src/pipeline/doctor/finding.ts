import type { Code } from '../../core/codes.ts';

/** What is looked at, as it is called on the screen, and the code of a problem with it. */
export const CHECKS = {
  node: 'doctor/node',
  nix: 'doctor/nix',
  store: 'doctor/store',
  flakes: 'doctor/flakes',
  git: 'doctor/git',
  project: 'doctor/project',
  settings: 'doctor/settings',
  identities: 'doctor/identities',
  '.sops.yaml': 'doctor/sops-yaml',
  'lock file': 'doctor/lock-file',
  tracked: 'doctor/tracked',
} as const satisfies Record<string, Code>;

/** One thing that Gantry needs: how it stands, and what to do where it does not. */
export interface Finding {
  readonly name: keyof typeof CHECKS;
  readonly ok: boolean;
  /** How it stands, without anything secret. */
  readonly detail: string;
  readonly help?: string;
}

/** What stands in the way, as the findings of another step tell it. */
export function problem(
  name: Finding['name'],
  diagnostics: readonly { readonly message: string; readonly help?: string }[],
): Finding {
  const [first] = diagnostics;
  return {
    name,
    ok: false,
    detail: diagnostics.map(({ message }) => message).join('; '),
    ...(first?.help === undefined ? {} : { help: first.help }),
  };
}
