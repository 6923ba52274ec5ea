# The module system: { modules; options; types; }, with the names and the meaning of nixpkgs'
# lib.modules, lib.options and lib.types. `lib` is the library it becomes part of: parts find
# each other through it, so that an extended library is used everywhere.
{ lib }:
let
  call = file: import file { inherit lib; };

  properties = call ./properties.nix;
  load = call ./load.nix;
  collect = call ./collect.nix;
  declarations = call ./declarations.nix;
  optionValue = call ./option-value.nix;
  mergeModules = call ./merge-modules.nix;
  evaluate = call ./evaluate.nix;
in
{
  modules = {
    inherit (properties)
      defaultOrderPriority
      defaultOverridePriority
      dischargeProperties
      filterOverrides
      filterOverrides'
      mapDefinitionValue
      mkAfter
      mkAssert
      mkBefore
      mkDefault
      mkDefinition
      mkFixStrictness
      mkForce
      mkIf
      mkImageMediaOverride
      mkMerge
      mkOptionDefault
      mkOrder
      mkOverride
      mkVMOverride
      pushDownProperties
      sortProperties
      ;
    inherit (load) importApply setDefaultModuleLocation;
    inherit (declarations) fixupOptionType mergeOptionDecls;
    inherit (optionValue) evalOptionValue mergeDefinitions;
    inherit (evaluate) evalModules fixMergeModules;
    inherit (call ./priorities.nix) mergeAttrDefinitionsWithPrio;

    importJSON = file: {
      _file = file;
      config = lib.trivial.importJSON file;
    };
    importTOML = file: {
      _file = file;
      config = lib.trivial.importTOML file;
    };

    # Parts of the module system for each other; no contract.
    internal = {
      inherit
        collect
        declarations
        load
        mergeModules
        optionValue
        properties
        ;
      messages = call ./messages.nix;
    };
  }
  // call ./aliases.nix;

  options = call ./options.nix // call ./merges.nix // call ./documentation.nix;

  types = call ./types;
}
