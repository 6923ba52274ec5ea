# The fixture cases as projects of one engine: case → module → objects. Long text counts by its hash.
# With `builtIn`, Gantry's own `release` is loaded beside them, which the reference engines do not have.
{ gantry, folder, builtIn ? false }:
let
  inherit (builtins) attrNames filter hashString isAttrs isList isString listToAttrs mapAttrs readDir stringLength;

  short = value:
    if isString value && stringLength value > 2000 then "sha256 ${hashString "sha256" value}"
    else if isList value then map short value
    else if isAttrs value then mapAttrs (_: short) value
    else value;

  entries = readDir folder;
  cases = filter (name: entries.${name} == "directory") (attrNames entries);

  evaluate = name:
    let
      project = gantry.mkProject ({
        root = folder + "/${name}";
        project = "harbour";
        kubernetesVersion = "1.34";
      } // (if builtIn then { } else { baseModules = with gantry.kubenix.modules; [ k8s helm submodules ]; }));
    in
    mapAttrs (_: entry: short entry.objects) project.bundle.modules;
in
listToAttrs (map (name: { inherit name; value = evaluate name; }) cases)
