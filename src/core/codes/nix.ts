import { codes, error, info, warning } from './entry.ts';

/** What Nix says, and what crosses from it. */
export const NIX_CODES = codes(
  { exit: 'nix', settings: false, optOut: false },
  {
    'load/value': error(
      'A value that is not of the type that it is loaded as.',
      '`loadNix` found values in what Nix evaluated that do not fit their options. The message names the option path, and the place that declares it.',
    ),
    'nix/bundle': error(
      'The bundle does not follow its contract.',
      'What Nix evaluated to is not what this program reads: a bug in the Nix side, or in what replaces it by `gantry.override`. Use nix/ and the program of one version of Gantry.',
    ),
    'nix/crashed': error(
      'Nix ended without a message of its own.',
      'It was killed, ran out of memory, or crashed. Its last lines are shown.',
    ),
    'nix/evaluation': error(
      'Nix cannot evaluate a module.',
      'The message is that of Nix, the place the innermost one in the project. All broken modules are told in one run.',
      { about: 'evaluation' },
    ),
    'nix/ir': error(
      'An option tree does not follow its contract.',
      'Take `optionsToIR` and the program `gantry` from the same version of Gantry.',
    ),
    'nix/missing': error(
      'There is no program nix.',
      'Install Nix, or put it on PATH. `gantry doctor` shows what is missing on this machine.',
    ),
    'nix/origins': warning(
      'The lines that defined values could not be found.',
      'The second evaluation, which looks for the Nix lines behind findings, failed. The findings stand; only their places are missing.',
    ),
    'nix/settings': error(
      'The settings are not what this program reads.',
      'Take the flake input `gantry` and the program `gantry` from the same version of Gantry.',
    ),
    'nix/too-large': error(
      'What was evaluated is larger than 512 MiB.',
      'Split the project, or look for a value that grows without bound.',
    ),
    'nix/untracked': warning(
      'Files that git does not track, so that the flake does not see them.',
      'A flake reads what git tracks. `git add` the files; they need not be committed.',
    ),
  },
);

/** What comes in from elsewhere: imported YAML, charts, values; and what code generation says. */
export const SOURCE_CODES = codes(
  { exit: 'findings', settings: false, optOut: false },
  {
    'codegen/depth': warning(
      'An option that is nested too deep to be followed.',
      'Its type holds itself in a way that cannot be told, so anything is accepted there. Bind the submodule to one name with `let` and refer to that.',
    ),
    'codegen/drift': error(
      'A generated file that is not what its options give.',
      'Run `gantry codegen` and commit what it writes.',
    ),
    'codegen/large-integer': warning(
      'A default or listed value that JavaScript cannot hold.',
      'Integers beyond ±(2^53−1) lose digits in JavaScript, so the generated schema cannot take the value. The text of it stands in the comment with all digits. Make the option a string, or generate JSON Schema.',
    ),
    'codegen/shallow': info(
      'An option that hides what lies below it.',
      'It has `visible = "shallow"`, so anything is accepted there.',
    ),
    'codegen/unknown-type': warning(
      'An option whose type is not one of lib.types.',
      'Anything is accepted there. Give the option a type of nixpkgs to have it checked.',
    ),
    'helm/needed': info(
      'A module whose chart is not rendered.',
      'Its file stays as it is. With `--strict` this is an error.',
    ),
    'imports/defined-twice': error(
      'An object that comes from a module and from a file that it imports.',
      'Take it out of the imported file, or define it in one place only.',
    ),
    'imports/object': error(
      'A document of an imported file that is no Kubernetes object.',
      'Every document that `kubernetes.imports` reads is one object, or a List of them.',
    ),
    'imports/unreadable': error(
      'An imported file that cannot be read.',
      '`kubernetes.imports` takes files of the project, as `./crds.yaml`, and of the Nix store.',
    ),
    'values/chart': warning(
      'A HelmRelease whose chart is not known to be app-template.',
      'Its values are read as those of app-template 4.x. Give the document that it names as well.',
    ),
    'values/different': error(
      'A converted module would not give the same objects.',
      'Nothing is printed, since a module that differs is worse than none. The message names the difference.',
    ),
    'values/key': warning(
      'A key of values that Helm reads as something else.',
      'Helm reads YAML 1.1, in keys too: `N:` is the key "false". The module has the names that Helm gives; quote the key in the values to keep what is written.',
    ),
    'values/namespace': warning(
      'The namespace of the release is needed and not known.',
      'A HelmRelease without one takes it from its Kustomization. Give it with `--namespace NAME`.',
    ),
    'values/number': warning(
      'A number that Helm writes in another way.',
      'Helm writes integers from a million on as `1e+06` where a template prints them. The module keeps all digits; quote the number in the values if the application has read the short form.',
    ),
    'values/left-out': warning(
      'A part of a HelmRelease that is not in the module.',
      'Write what it adds into the module yourself.',
    ),
    'values/refused': error(
      'Values that app-template itself refuses.',
      'The message is that of the library. The same values fail with Helm.',
    ),
    'values/version': warning(
      'A HelmRelease that asks for another major version of app-template.',
      'Its values are read as those of 4.x. Follow the upgrade notes of app-template first.',
    ),
    'git/conflict': error('A file that git could not merge.'),
    'yaml/ambiguous': warning('A place that kubectl and kustomize read differently.', undefined, {
      settings: true,
      optOut: true,
    }),
    'yaml/alias': error(
      'An alias without anchor.',
      'YAML needs the anchor `&name` before `*name`.',
    ),
    'yaml/duplicate-key': error(
      'A key that stands twice in one mapping.',
      'YAML forbids it, and programs disagree which of the two holds. Remove one.',
    ),
    'yaml/key': error(
      'A mapping key that is no text.',
      'Keys of Kubernetes objects and of stores are strings. Write it in quotes.',
    ),
    'yaml/syntax': error('Text that is not YAML.', undefined, { about: 'syntax' }),
    'yaml/template': warning('Templates of another program that were not checked.', undefined, {
      settings: true,
    }),
    'yaml/tag': error(
      'A value that is not what its tag says.',
      'Remove the tag, such as `!!int`, or write a value of its type.',
    ),
    'yaml/too-deep': error(
      'YAML that is nested too deep.',
      'No Kubernetes object is nested so deep. The file is broken or hostile.',
    ),
    'yaml/too-large': error(
      'YAML that is too large.',
      'The file is longer than 16 MiB, or its aliases expand beyond all bounds.',
    ),
  },
);
