# The definitions of one resource, the defaults that apply to it and what its type fixes → the object.
# `complete` merges as `merge` does and adds the fields that nobody defined, which modules may look at.
{ lib, merge, complete, defaults, moduleDefinesSpec, kinds }:
let
  inherit (builtins) all any catAttrs filter isAttrs removeAttrs;
  inherit (lib) reverseList types;

  override = priority: content: { _type = "override"; inherit priority content; };

  # An empty group, version, kind or resource of a default matches anything.
  applies = type: default:
    let fits = wanted: actual: wanted == null || wanted == actual; in
    (type.name == null || fits default.resource type.name)
    && fits default.group type.group && fits default.version type.version && fits default.kind type.kind;

  # What kubenix sets, at the priorities where kubenix sets it: people build on both.
  fixed = type: name:
    let custom = type ? isCustom; group = if type.group == "core" then "" else "${type.group}/"; in
    {
      file = "the type ${type.kind}";
      value = {
        apiVersion = override (if custom then 1500 else 1001) "${group}${type.version}";
        kind = override (if custom then 1500 else 1001) type.kind;
        metadata.name = override (if custom then 1000 else 1001) name;
      };
    };

  isModule = value:
    !(isAttrs value) || any (name: value ? ${name}) [ "_type" "_file" "key" "imports" "options" "config" "freeformType" "_module" ];

  refOf = type:
    if !(type ? isCustom) then kinds.${type.gvk} else if moduleDefinesSpec then "custom" else "customWhole";

  # Through the module system: needed where a default or a definition is a module and not plain data.
  evaluated = type: modules: loc: name: definitions:
    let
      freeform = lib.mkOptionType { name = "resource"; merge = complete.struct (refOf type); };
      module = {
        imports = modules;
        freeformType = freeform;
        config = (fixed type name).value;
      };
      result = (types.submodule module).merge loc definitions;
    in
    removeAttrs result [ "_module" ];
in
type:
let
  modules = catAttrs "default" (filter (applies type) defaults);
  hasModule = type.module or null != null;
  typedSpec = { options.spec = lib.mkOption { type = types.submodule type.module; default = { }; }; };
  own = if !hasModule then [ ] else if moduleDefinesSpec then [ typedSpec ] else [ type.module ];
  plain = !hasModule && !(any isModule modules);
  plainDefaults = reverseList (map (value: { inherit value; file = "kubernetes.api.defaults"; }) modules);
in
loc: name: definitions:
if plain && all (def: isAttrs def.value) definitions
then merge.struct (refOf type) loc (plainDefaults ++ reverseList definitions ++ [ (fixed type name) ])
else evaluated type (modules ++ own) loc name definitions
