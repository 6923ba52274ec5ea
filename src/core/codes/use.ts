import { codes, error } from './entry.ts';

/** Wrong use of the command line, and files that say what the project is. */
export const USE_CODES = codes(
  { exit: 'usage', settings: false, optOut: false },
  {
    'use/codegen': error(
      'Options of `gantry codegen` that do not go together.',
      'Targets of the project are given by name; an option tree of anything else with `--options` and `--out`. `gantry codegen --help` shows both.',
    ),
    'use/codegen-target': error(
      'A codegen target that the project does not have.',
      'Targets stand in `gantry.nix` as `codegen.NAME = { options = …; out = "generated/NAME.ts"; };`. Without such a target, use `--options`.',
    ),
    'use/edited-leftover': error(
      'A file that no module makes any more, and that was edited by hand.',
      'Gantry deletes only what it wrote itself. Look at the file, then delete it, or let Gantry remove it with `--adopt`.',
    ),
    'use/command-line': error(
      'A command line that cannot be run.',
      'A command, an option or an operand is not known, is missing, or is one too many. `gantry COMMAND --help` shows what a command takes, with examples.',
    ),
    'use/editor': error(
      'The editor did not end well.',
      'The program in EDITOR is not installed or ended with an error. Nothing was changed.',
    ),
    'use/generate': error(
      'A form of a generated value that does not exist.',
      'The forms are `hex:32` and `base64:32` (bytes), `password:24` (characters), `uuid` and `age`.',
    ),
    'use/git': error(
      'git is needed and not installed.',
      '`gantry diff` reads the committed tree with git. Install it, or compare with a folder: `gantry diff --against ./other`.',
    ),
    'use/json-file': error(
      'A JSON file that cannot be read.',
      'The file given to `--bundle` does not exist, cannot be opened, or is not JSON.',
    ),
    'use/used-elsewhere': error(
      'A value that others read is to be removed.',
      '`settings.usedElsewhere` says who reads it. Remove it all the same with `--force`.',
    ),
    'use/no-editor': error(
      'No editor is named in the environment.',
      'Set EDITOR, for example `EDITOR=nano gantry secrets edit`.',
    ),
    'use/no-project': error(
      'There is no project here.',
      'A project is a folder with a gantry.nix. Run the command inside of it, name it with `--project DIR`, or make one with `gantry init`.',
    ),
    'use/not-adopted': error(
      'A file in the way that Gantry did not write.',
      'A module makes a file whose place is taken by one that the lock file does not name. Look at it; then remove it, or let Gantry take it over with `--adopt`.',
    ),
    'use/only': error(
      'No module matches `--only`.',
      'The globs are matched against paths below the folder of modules: `gantry manifests --only apps/*`. Quote them for the shell.',
    ),
    'use/openapi': error(
      'An OpenAPI document that cannot be used.',
      '`gantry codegen kubernetes` reads the OpenAPI v2 document of a cluster: `kubectl get --raw /openapi/v2 > openapi.json`.',
    ),
    'use/options': error(
      'Options that cannot be read.',
      '`--options` takes a Nix file with options, or an output of a flake such as `.#nixosConfigurations.host`.',
    ),
    'use/out-in-tree': error(
      'An export into the tree itself.',
      '`gantry gmanifests --out DIR` writes files for looking at. They must not lie in the folder that `gantry manifests` writes.',
    ),
    'use/path': error(
      'A path that cannot be used.',
      'The path does not exist or cannot be read, or there is nothing to validate at all.',
    ),
    'use/release-name': error(
      'Values do not say what their release is called.',
      'The name of a release stands in the names of its objects. Give it with `gantry values convert --name NAME`.',
    ),
    'use/report': error(
      'Two documents for one standard output.',
      'With `--json`, standard output belongs to one JSON document, so a report needs a file: `--report sarif=findings.sarif`.',
    ),
    'use/revision': error(
      'A revision that git does not know.',
      'Name a branch, tag or commit, as `gantry diff --against main`, or a folder, as `--against ./other`.',
    ),
    'use/rule': error(
      'A code that no finding has.',
      '`gantry explain` lists all codes, `gantry explain secrets/` those of one family.',
    ),
    'use/store-exists': error(
      'A store that is there already.',
      '`gantry secrets new` makes new files only. Change the store with `gantry secrets set` or `gantry secrets edit`.',
    ),
    'use/value': error(
      'A value that cannot be taken.',
      '`gantry secrets set` takes its value from a terminal, from a file or standard input with `--value-from`, or makes it with `--generate`; never from an argument, which other users of the machine can read.',
    ),
    'use/values': error(
      'Values that cannot be converted.',
      '`gantry values convert` reads app-template values, or a HelmRelease that uses the chart, from standard input: `gantry values convert --name ntfy < values.yaml`.',
    ),
    'config/cache-folder': error(
      'The cache folder cannot be written.',
      'Gantry evaluates each project in a Nix store of its own below the cache folder. Set XDG_CACHE_HOME to a folder that can be written.',
    ),
    'config/codegen-out': error(
      'Two codegen targets that write one file.',
      'Give each target in `gantry.nix` its own `out`.',
    ),
    'config/contract': error(
      'The Nix side and the program are of different versions.',
      'What Nix sends has a contract version that this program does not read. Take the flake input `gantry` and the program from the same version of Gantry: `nix run .#manifests` does.',
    ),
    'config/foreign-lock': error(
      'A lock file of another format.',
      'A file with the name of the lock file was not written by Gantry. Replace it with `--adopt`, or name another file in `settings.lockFile`.',
    ),
    'config/kubernetes-version': error(
      'A version of Kubernetes without schemas.',
      'Name one that `gantry validate --help` lists, in `kubernetesVersion` of `gantry.nix` or with `--kubernetes-version`.',
    ),
    'config/lock': error(
      'A line of the lock file that cannot be read.',
      'The lock file was edited or merged badly. Remove the line, or delete the file: the next run with a key writes it anew.',
    ),
    'config/no-rule': error(
      'A file that is to be encrypted and has no creation rule.',
      'sops takes the first rule of .sops.yaml whose `path_regex` matches the path. None does, so it is not known for whom to encrypt.',
      { about: 'no rule' },
    ),
    'config/public-recipient': error(
      'A recipient whose identity everybody knows.',
      'The demo identity of Gantry is public, so what is encrypted for it is not secret. Make an identity of your own with `age-keygen`; in a demonstration set `settings.demo = true`.',
    ),
    'config/recipients': error(
      'A creation rule without recipients.',
      'The rule in .sops.yaml that matches the file names nobody to encrypt for, or one that cannot be encrypted for. Give it `age: age1…`.',
    ),
    'config/rule-failed': error(
      'A rule of gantry.rules.ts that threw.',
      'The message is the one of the rule, the place is in the file. Its other findings are not known.',
    ),
    'config/rule-hides-identity': error(
      'A creation rule that encrypts the name of an object.',
      'apiVersion, kind, metadata.name and metadata.namespace must stay readable, or Flux cannot apply the file. For Kubernetes write `encrypted_regex: ^(data|stringData)$`.',
    ),
    'config/rule-selects-nothing': error(
      'A creation rule that encrypts nothing in a file that is to be encrypted.',
      'The file would be written in the clear. For Kubernetes write `encrypted_regex: ^(data|stringData)$`.',
    ),
    'config/rules': error(
      'A gantry.rules.ts that cannot be used.',
      'The file cannot be loaded, or what it exports are not rules. It exports a list: `export default [defineRule({ … })];`.',
    ),
    'config/sops-yaml': error(
      'A .sops.yaml that sops would not read.',
      'The place is the line of the file. Rules are read as sops reads them, so what sops refuses is refused here.',
    ),
    'config/unknown-rule': error(
      'A code in `settings.rules` that changes nothing.',
      'No finding has the code, or no setting changes the severity of its findings. `gantry explain` lists all codes. Codes of rules of your own, `user/…`, are compared with those of gantry.rules.ts.',
    ),
    'config/unreadable': error(
      'A file of the project that cannot be read.',
      'It lacks permission, is not UTF-8, or is a folder or a device.',
    ),
  },
);

/** What `gantry doctor` looks at; as findings they are in its JSON document. */
export const DOCTOR_CODES = codes(
  { exit: 'findings', settings: false, optOut: false },
  {
    'doctor/node': error('Node is too old.', 'Gantry runs on Node 20.19 or newer, but not 21.'),
    'doctor/nix': error('Nix is missing or too old.', 'Gantry needs Nix 2.8 or newer on PATH.'),
    'doctor/store': error(
      'Nix has no store to evaluate in.',
      'Gantry falls back to a store of its own below the cache folder; it must be possible to write there.',
    ),
    'doctor/flakes': error(
      'Flakes are off.',
      'Gantry works; `nix run` and `nix flake check` do not. Write `experimental-features = nix-command flakes` into ~/.config/nix/nix.conf.',
    ),
    'doctor/git': error(
      'git is missing.',
      'Flakes, `gantry diff` and the check of untracked files need it.',
    ),
    'doctor/project': error(
      'There is no project here.',
      'Run it inside of a project, or make one with `gantry init`.',
    ),
    'doctor/settings': error(
      'The settings of the project cannot be evaluated.',
      'The message is that of Nix. Repair gantry.nix first.',
    ),
    'doctor/identities': error(
      'No identity is there, or one cannot be used.',
      'Checks need none. Make one with `age-keygen -o ~/.config/sops/age/keys.txt`.',
    ),
    'doctor/sops-yaml': error(
      'The creation rules cannot be used for manifests.',
      'The .sops.yaml is broken, or has no rule for files of the tree.',
    ),
    'doctor/lock-file': error(
      'The lock file is broken, or a run was stopped.',
      'Run `gantry manifests`: it finishes the work.',
    ),
    'doctor/tracked': error(
      'Files that a flake would leave out.',
      '`git add` them; they need not be committed.',
    ),
  },
);
