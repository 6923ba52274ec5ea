# pkgs → the tests that are Nix alone, as a check: the cases of the embedded `lib`, and modules with the objects that
# hall/kubenix gives for them. The flake evaluates them; all other tests need packages of development (.ci/run).
let
  inherit (builtins)
    attrNames
    concatMap
    concatStringsSep
    filter
    fromJSON
    readFile
    ;

  gantry = import ../nix;
  fixtures = ../test/fixtures/kubenix;

  inherit (import ../test/nix/lib/run.nix { inherit (gantry) lib; }) results;
  failingFunctions =
    file:
    map (name: "lib: ${file}.${name}") (
      filter (name: !builtins.all (case: case.got == case.expected) results.${file}.${name}) (
        attrNames results.${file}
      )
    );

  objects = import ../test/compat/fixtures.nix {
    inherit gantry;
    folder = fixtures;
    builtIn = true;
  };
  # A flake under Nix 2.8 cannot read the files that it wrote with `builtins.toFile`, as these cases do.
  runs =
    name:
    builtins.compareVersions builtins.nixVersion "2.9" >= 0
    || !builtins.elem name [
      "sibling-data"
      "to-yaml-str"
    ];
  differs = name: objects.${name} != golden (fixtures + "/${name}");
  # A case where Gantry means to differ from kubenix has a golden of its own.
  golden =
    case:
    let
      own = case + "/gantry.json";
    in
    fromJSON (readFile (if builtins.pathExists own then own else case + "/golden.json"));

  failing =
    concatMap failingFunctions (attrNames results)
    ++ map (name: "kubenix: ${name}") (filter differs (filter runs (attrNames objects)));
in
pkgs:
pkgs.runCommand "gantry-check-unit" { failing = concatStringsSep "\n" failing; } ''
  printf '%s' "$failing" >&2
  [ -z "$failing" ]
  touch $out
''
