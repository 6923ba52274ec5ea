# An evaluated module → its entry in the bundle (contract gantry/v1).
{ lib }:
let
  inherit (builtins) all attrValues catAttrs concatLists concatStringsSep filter foldl' isAttrs isList mapAttrs;
  inherit (lib) concatMap hasSuffix imap0 removeSuffix showOption;

  crossing = import ./crossing.nix { inherit lib; };

  # apps/x.nix → apps/x.yaml, or apps/x.enc.yaml when it is to be encrypted.
  outputOf = path: encrypt:
    let stem = removeSuffix ".enc" (removeSuffix ".nix" path); in
    if encrypt then "${stem}.enc.yaml" else "${stem}.yaml";

  nameOf = index: object:
    if object ? kind && object ? metadata.name then "${object.kind} ${object.metadata.name}"
    else if object ? chart then "release ${object.name}"
    else "object ${toString (index + 1)}";

  # Gives `finished`, or throws once with everything that is wrong in `objects`. They are looked at before
  # they are hashed: the hash of a function says nothing helpful.
  checked = path: objects: finished:
    let
      problems = concatLists (imap0
        (index: object: map
          (problem: "  - ${nameOf index object}: ${showOption problem.path} is ${problem.reason}")
          (crossing.explain [ ] object))
        objects);
    in
    if all crossing.crosses objects then finished
    else if problems == [ ] then map crossing.withoutContext finished
    else throw "${path}: not every value can stand in a manifest\n${concatStringsSep "\n" problems}";

  # What a configuration and all instances below it that hand on their objects say together.
  collect = own: config:
    own config
    ++ concatMap (instance: if instance.passthru.enable then collect own instance.config else [ ])
      (attrValues (config.submodules.instances or { }));

  # The arguments of an instance as its author wrote them. The evaluated ones would force defaults that may
  # well have no value.
  argumentsOf = definitions: name:
    let
      written = catAttrs "args" (catAttrs name (filter isPlain definitions));
      merged = foldl' lib.recursiveUpdate { } written;
    in
    if all isPlain written && crossing.crosses merged then { args = merged; } else { };

  # Nothing in it that only the module system can decide. A derivation is not looked into: a chart, for example.
  isPlain = value:
    if isList value then all isPlain value
    else !(isAttrs value) || value ? outPath || (!(value ? _type) && all isPlain (attrValues value));

  releases = { config, options }:
    let definitions = options.submodules.instances.definitions or [ ]; in
    mapAttrs
      (name: instance: { inherit (instance) submodule; } // argumentsOf definitions name)
      (config.submodules.instances or { });

  # Order and hash are those of the whole file, whichever instance names the import.
  importsOf = config: map
    (found: found // {
      # With its context: a check that reads the file depends on it.
      file = toString found.file;
      first = config.kubernetes.resourceOrder;
      hash = config.kubernetes.addHashLabel;
    })
    (collect (found: found.kubernetes.importRequests or [ ]) config);
in
path: { config, options, ... }:
let
  encrypt = hasSuffix ".enc.nix" path || config.manifest.encrypt;
  requests = collect (found: found.kubernetes.helm.requests or [ ]) config;
  imports = importsOf config;
  objects = config.kubernetes.objects or [ ];
in
{
  inherit encrypt imports;
  inherit (config.manifest) placeholders;
  output = outputOf path encrypt;
  # A hash covers imported objects too: it is made when they are known.
  objects = checked path objects (if imports == [ ] then config.kubernetes.generated.items or [ ] else objects);
  releases = releases { inherit config options; };
  rolls = collect (found: found.manifest.rolls or [ ]) config;
  helm = checked path requests requests;
  warnings = collect (found: found.kubernetes.warnings or [ ]) config;
}
