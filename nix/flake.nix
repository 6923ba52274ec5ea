/* A flake without the flakes feature, which brings `getFlake` and `fetchTree` and with them every folder of the machine:
   what Nix itself does with a lock file (version 5 to 7), for inputs that have been fetched before.

     source    JSON: { outPath; … } of the flake, as `self.sourceInfo` has it
     dir       folder of the flake.nix in it, "" for the top
     fetched   JSON: node of the lock file → { outPath; … } of what is fetched
     only exclude  of the modules, as in cli.nix
     attribute JSON: names of the option tree that `document` is about
*/
{ source, dir ? "", fetched ? "{}", only ? "null", exclude ? "[]", attribute ? "[]" }:
let
  inherit (builtins) currentSystem elemAt foldl' fromJSON isString length mapAttrs pathExists readFile tail;

  self = fromJSON source;
  sources = fromJSON fetched;
  folder = self.outPath + (if dir == "" then "" else "/${dir}");
  lockFile = "${folder}/flake.lock";
  lock =
    if pathExists lockFile then fromJSON (readFile lockFile)
    else { root = "root"; nodes.root = { }; };

  # Gantry looks for this text, fetches the input and evaluates again.
  sourceOf = name: sources.${name} or (throw "the flake input ‘${name}’ is not fetched");

  nodes = mapAttrs
    (name: node:
      let
        isRoot = name == lock.root;
        sourceInfo = if isRoot then self else sourceOf name;
        subfolder = if isRoot then dir else node.locked.dir or "";
        outPath = sourceInfo.outPath + (if subfolder == "" then "" else "/${subfolder}");
        flake = import (outPath + "/flake.nix");
        inputs = mapAttrs (_: input: nodes.${resolve input}) (node.inputs or { });
        outputs = flake.outputs (inputs // { self = result; });
        result = outputs // sourceInfo // {
          inherit outPath inputs outputs sourceInfo;
          _type = "flake";
        };
      in
      if node.flake or true then result else sourceInfo // { inherit sourceInfo; })
    lock.nodes;

  # An input is a node, or the way to one from the flake: [ "a" "b" ] is the input b of the input a.
  resolve = input: if isString input then input else follow lock.root input;
  follow = node: path:
    if path == [ ] then node
    else follow (resolve lock.nodes.${node}.inputs.${elemAt path 0}) (tail path);

  root = nodes.${lock.root};
  project = root.gantry or (throw "the flake has no output `gantry`. Write `outputs = { gantry, ... }: gantry.lib.mkFlake { folder = ./.; };`");
  selection = { only = fromJSON only; exclude = fromJSON exclude; };

  # As `nix build` looks for attributes: among the outputs, then among the packages of this system.
  names = fromJSON attribute;
  first = elemAt names 0;
  scope =
    if length names == 0 || root ? ${first} then root
    else root.packages.${currentSystem} or { } // root.legacyPackages.${currentSystem} or { };
  at = foldl'
    (value: name: value.${name} or (throw "the flake has no output `${builtins.concatStringsSep "." names}`"))
    scope
    names;
in
{
  inherit (project) codegen;
  evaluation = project.evaluate selection // { inherit (project) settings; };
  located = project.locate selection;
  document = (import ./default.nix).documentOf at;
}
