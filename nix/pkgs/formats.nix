/* pkgs.formats.<format> { … } → { type; generate; } as in nixpkgs: `type` is the option type of values that the
   format can hold, `generate name value` the path of a file. The texts are those of nixpkgs' generators. `missing`
   says what there is to do about a format that is not here. */
{ lib, missing }:
let
  inherit (lib) types;
  plainData = import ./plain-data.nix { inherit lib; };
  pyyaml = import ./pyyaml.nix { inherit lib; };
  json = import ./json.nix { inherit lib; };
  toml = import ./toml.nix { inherit lib; };
  ini = import ./ini.nix { inherit lib; };

  # A value of nested attribute sets and lists of the given scalars.
  tree = description: scalars:
    let
      value = types.nullOr (types.oneOf (scalars ++ [ (types.attrsOf value) (types.listOf value) ])) // { inherit description; };
    in
    value;

  scalar = types.nullOr (types.oneOf [ types.bool types.int types.float types.str ]);
  scalars = [ types.bool types.int types.float types.str types.path ];
  file = print: name: value: builtins.toFile name (print (plainData value));
in
lib.genAttrs [ "hocon" "iniWithGlobalSection" "javaProperties" "lua" "systemd" "xml" "yaml_1_1" "yaml_1_2" ]
  (name: missing "formats.${name}")
// {
  json = { }: { type = tree "JSON value" scalars; generate = file json; };
  yaml = { }: { type = tree "YAML value" scalars; generate = file pyyaml; };
  toml = { }: { type = tree "TOML value" scalars; generate = file toml; };
  ini = options: {
    type = types.attrsOf (types.attrsOf scalar);
    generate = file (ini options);
  };
  keyValue = { listsAsDuplicateKeys ? false }: {
    type = types.attrsOf (types.either scalar (types.listOf scalar));
    generate = file (lib.generators.toKeyValue { inherit listsAsDuplicateKeys; });
  };
}
