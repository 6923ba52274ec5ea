/** The places that attacks reach for, as absolute paths, and what stands there. */
export interface Places {
  /** A folder outside the project; `key.txt` in it holds the canary. */
  readonly outside: string;
  /** A git repository outside the project that commits `key.txt`, and its revision. */
  readonly repository: string;
  readonly revision: string;
  /** The project; `local.agekey` in it holds an identity that git ignores. */
  readonly project: string;
  /** Hash of `key.txt` as `sha256` in base 16, for who knows it already. */
  readonly sha256: string;
  /** NAR hash of `outside`, for who knows it already. */
  readonly narHash: string;
}

/** What a module writes to get at something, and what comes of it. */
export interface Attack {
  /** What it is about, as the table in docs/security.md calls it. */
  readonly name: string;
  /** The builtins or the syntax that it uses. */
  readonly uses: string;
  /** A Nix expression of a string that would hold what was reached. */
  readonly expression: (places: Places) => string;
}

const read = (path: string): string => `builtins.readFile ${path}`;
const names = (folder: string): string =>
  `builtins.concatStringsSep " " (builtins.attrNames (builtins.readDir ${folder}))`;
/** Every file directly in a folder, in one string. */
const contents = (folder: string): string =>
  `(folder: builtins.concatStringsSep " " (map (name: builtins.readFile (folder + "/\${name}")) (builtins.attrNames (builtins.readDir folder)))) (${folder})`;

/** Every builtin and every syntax of Nix that touches a file, the store, the network, a process or the environment. */
export const ATTACKS: readonly Attack[] = [
  {
    name: 'a file outside the project',
    uses: 'readFile',
    expression: ({ outside }) => read(`${outside}/key.txt`),
  },
  {
    name: 'the same by a path with `..`',
    uses: 'readFile',
    expression: ({ project }) => read(`"${project}/modules/../../outside/key.txt"`),
  },
  {
    name: 'a key file inside the project',
    uses: 'readFile',
    expression: ({ project }) => read(`${project}/local.agekey`),
  },
  {
    name: 'a file outside, imported',
    uses: 'import',
    expression: ({ outside }) => `toString (import ${outside}/key.nix)`,
  },
  {
    name: 'a file outside, imported in a scope',
    uses: 'scopedImport',
    expression: ({ outside }) => `toString (builtins.scopedImport { } ${outside}/key.nix)`,
  },
  {
    name: 'names in a folder outside',
    uses: 'readDir',
    expression: ({ outside }) => names(outside),
  },
  {
    name: 'the hash of a file outside',
    uses: 'hashFile',
    expression: ({ outside }) => `builtins.hashFile "sha256" ${outside}/key.txt`,
  },
  {
    name: 'a folder outside by interpolation',
    uses: '"${…}"',
    expression: ({ outside }) => contents(`"\${${outside}}"`),
  },
  {
    name: 'a folder outside by `path`',
    uses: 'path',
    expression: ({ outside }) => contents(`builtins.path { path = ${outside}; name = "x"; }`),
  },
  {
    name: 'a folder outside by `path`, its hash known',
    uses: 'path',
    expression: ({ outside, narHash }) =>
      contents(`builtins.path { path = ${outside}; sha256 = "${narHash}"; }`),
  },
  {
    name: 'a folder outside by `filterSource`',
    uses: 'filterSource',
    expression: ({ outside }) => contents(`builtins.filterSource (_: _: true) ${outside}`),
  },
  {
    name: 'the project with its key file by interpolation',
    uses: '"${…}"',
    expression: ({ project }) => read(`"\${${project}}/local.agekey"`),
  },
  {
    name: 'the folder of a module and what is beside it',
    uses: '"${./..}"',
    expression: () => read('"${./..}/local.agekey"'),
  },
  {
    name: 'the project with its key file by `path`',
    uses: 'path',
    expression: ({ project }) =>
      read(`"\${builtins.path { path = ${project}; name = "x"; }}/local.agekey"`),
  },
  {
    name: 'the project with its key file by `filterSource`',
    uses: 'filterSource',
    expression: ({ project }) =>
      read(`"\${builtins.filterSource (_: _: true) ${project}}/local.agekey"`),
  },
  {
    name: 'a committed link to a folder outside',
    uses: 'readFile',
    expression: ({ project }) => read(`${project}/link/key.txt`),
  },
  {
    name: 'a committed link to the key file',
    uses: 'readFile',
    expression: ({ project }) => read(`${project}/key-link`),
  },
  {
    name: 'a committed folder whose name ends in `=`',
    uses: '-I',
    expression: () => read('"/etc/passwd"') + ' + "root:"',
  },
  {
    name: "a search path of one's own",
    uses: 'findFile',
    expression: ({ outside }) =>
      read(`(builtins.findFile [ { prefix = "x"; path = "${outside}"; } ] "x/key.txt")`),
  },
  {
    name: 'the search path of Nix',
    uses: '<…>',
    expression: () => read('<gantry0/../../../../../etc/passwd>'),
  },
  {
    name: 'a search path set in a scope',
    uses: '__nixPath',
    expression: ({ outside, project }) =>
      `builtins.scopedImport { __nixPath = [ { prefix = "x"; path = "${outside}"; } ]; } ${project}/find.nix`,
  },
  {
    name: 'the environment of this process',
    uses: 'readFile',
    expression: () => read('/proc/self/environ'),
  },
  {
    name: 'a variable of the environment',
    uses: 'getEnv',
    expression: () => 'builtins.getEnv "GANTRY_CANARY" + builtins.getEnv "SOPS_AGE_KEY"',
  },
  { name: 'all of the Nix store', uses: 'readDir', expression: () => names('/nix/store') },
  {
    name: 'a store path by its name',
    uses: 'storePath',
    expression: () => 'builtins.storePath /nix/store/00000000000000000000000000000000-x',
  },
  {
    name: 'a store path by its context',
    uses: 'appendContext',
    expression: () =>
      'builtins.readFile (builtins.appendContext "/nix/store/00000000000000000000000000000000-x" { "/nix/store/00000000000000000000000000000000-x" = { path = true; }; })',
  },
  {
    name: 'a folder outside as a tree',
    uses: 'fetchTree',
    expression: ({ outside }) =>
      contents(`builtins.fetchTree { type = "path"; path = "${outside}"; }`),
  },
  {
    name: 'the same, its hash known',
    uses: 'fetchTree',
    expression: ({ outside, narHash }) =>
      contents(
        `builtins.fetchTree { type = "path"; path = "${outside}"; narHash = "${narHash}"; }`,
      ),
  },
  {
    name: 'a folder outside as a flake, its hash known',
    uses: 'getFlake',
    expression: ({ outside, narHash }) =>
      contents(
        `builtins.getFlake "path:${outside}?narHash=\${builtins.replaceStrings [ "+" "=" ] [ "%2B" "%3D" ] "${narHash}"}"`,
      ),
  },
  {
    name: 'a folder outside as a flake',
    uses: 'getFlake',
    expression: ({ outside }) => contents(`builtins.getFlake "path:${outside}"`),
  },
  {
    name: 'a repository outside',
    uses: 'fetchGit',
    expression: ({ repository }) => contents(`builtins.fetchGit ${repository}`),
  },
  {
    name: 'a repository outside at a known revision',
    uses: 'fetchGit',
    expression: ({ repository, revision }) =>
      read(
        `"\${builtins.fetchGit { url = "file://${repository}"; rev = "${revision}"; }}/key.txt"`,
      ),
  },
  {
    name: 'a repository outside as a tree',
    uses: 'fetchTree',
    expression: ({ repository, revision }) =>
      read(
        `"\${builtins.fetchTree { type = "git"; url = "file://${repository}"; rev = "${revision}"; }}/key.txt"`,
      ),
  },
  {
    name: 'a program by way of git',
    uses: 'fetchGit',
    expression: ({ outside }) => `"\${builtins.fetchGit { url = "ext::cat ${outside}/key.txt"; }}"`,
  },
  {
    name: 'a program by way of Mercurial',
    uses: 'fetchMercurial',
    expression: ({ repository }) => `"\${builtins.fetchMercurial "${repository}"}"`,
  },
  {
    name: 'a file outside as a download, its hash known',
    uses: 'fetchurl',
    expression: ({ outside, sha256 }) =>
      read(`(builtins.fetchurl { url = "file://${outside}/key.txt"; sha256 = "${sha256}"; })`),
  },
  {
    name: 'a file outside as a download',
    uses: 'fetchurl',
    expression: ({ outside }) => read(`(builtins.fetchurl "file://${outside}/key.txt")`),
  },
  {
    name: 'an archive outside',
    uses: 'fetchTarball',
    expression: ({ outside }) => contents(`builtins.fetchTarball "file://${outside}/key.tar"`),
  },
  {
    name: 'a server of this machine',
    uses: 'fetchurl',
    expression: () => read('(builtins.fetchurl "http://127.0.0.1:9/key.txt")'),
  },
  {
    name: 'a closure of another store',
    uses: 'fetchClosure',
    expression: ({ outside }) =>
      `"\${builtins.fetchClosure { fromStore = "file://${outside}"; fromPath = /nix/store/00000000000000000000000000000000-x; }}"`,
  },
  {
    name: 'a program that is built and read',
    uses: 'derivation',
    expression: ({ outside }) =>
      read(
        `(derivation { name = "x"; system = builtins.currentSystem or "x86_64-linux"; builder = "/bin/sh"; args = [ "-c" "read -r line < ${outside}/key.txt; echo $line > $out" ]; })`,
      ),
  },
  {
    name: 'a download that is built and read',
    uses: 'derivation',
    expression: ({ outside, sha256 }) =>
      read(
        `(derivation { name = "x"; system = "builtin"; builder = "builtin:fetchurl"; url = "file://${outside}/key.txt"; outputHashMode = "flat"; outputHashAlgo = "sha256"; outputHash = "${sha256}"; })`,
      ),
  },
  {
    name: 'an output of a derivation that is made while evaluating',
    uses: 'outputOf',
    expression: () => 'builtins.outputOf (builtins.toFile "x.drv" "") "out"',
  },
  {
    name: 'a program',
    uses: 'exec',
    expression: ({ outside }) => `builtins.exec [ "cat" "${outside}/key.txt" ]`,
  },
  {
    name: 'a shared library',
    uses: 'importNative',
    expression: ({ outside }) => `builtins.importNative ${outside}/key.so "x"`,
  },
  {
    name: 'a file outside through an error',
    uses: 'throw',
    expression: ({ outside }) => `throw (builtins.readFile ${outside}/key.txt)`,
  },
  {
    name: 'a file outside through a warning',
    uses: 'trace',
    expression: ({ outside }) => `builtins.trace (builtins.readFile ${outside}/key.txt) ""`,
  },
];
