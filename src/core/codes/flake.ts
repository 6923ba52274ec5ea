import { codes, error } from './entry.ts';

/** A flake before it is evaluated. */
export const FLAKE_CODES = codes(
  { exit: 'usage', settings: false, optOut: false },
  {
    'flake/fetch': error(
      'A flake, or one of its inputs, that cannot be fetched.',
      'Nix says why. Inputs are fetched by what flake.lock says of them, each when a module asks for it.',
    ),
    'flake/local-input': error(
      'An input of a flake that lies on this machine.',
      'Nix would copy the folder, with everything in it, into its store, which everybody on the machine can read. Name a remote source. Whoever runs Gantry may allow it with `--allow local-inputs`.',
    ),
    'flake/missing': error(
      'There is no flake where one is named.',
      '`--flake` names a folder with a flake.nix, or one below it in the same git repository.',
    ),
    'flake/no-git': error(
      'A flake outside of git.',
      'Nix would copy the whole folder, key files too, into its store. Run `git init` and `git add` what belongs to the project, or leave `--flake` out.',
    ),
    'flake/unlocked': error(
      'An input that flake.lock does not hold as flake.nix asks for it.',
      'Nix would fetch whatever is there now. Run `nix flake lock`, look at what changed, and commit flake.lock.',
    ),
    'flake/unreadable': error(
      'A flake.nix or flake.lock that is none.',
      'Inputs are literals: `NAME.url = "github:OWNER/REPOSITORY";`. A lock file is what `nix flake lock` wrote.',
    ),
  },
);
