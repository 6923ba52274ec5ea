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
  };
  # A flake under Nix 2.8 cannot read the files that it wrote with `builtins.toFile`, as this case does.
  runs = name: builtins.compareVersions builtins.nixVersion "2.9" >= 0 || name != "sibling-data";
  differs = name: objects.${name} != fromJSON (readFile (fixtures + "/${name}/golden.json"));

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
