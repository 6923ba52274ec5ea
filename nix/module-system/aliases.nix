# Modules that make one option stand for another: renames, aliases, removals.
{ lib }:
let
  inherit (builtins)
    filter
    foldl'
    map
    ;
  inherit (lib.attrsets)
    attrByPath
    getAttrFromPath
    optionalAttrs
    recursiveUpdate
    setAttrByPath
    ;
  inherit (lib.lists) any optional;
  inherit (lib.modules)
    defaultOverridePriority
    mkIf
    mkMerge
    mkOverride
    ;
  inherit (lib.options) mkOption showOption;

  name = path: "`${showOption path}`";
  places = option: builtins.concatStringsSep " and " (map (file: "`${file}`") option.files);

  mkAliasAndWrapDefinitions =
    wrap: option: mkIf option.isDefined (wrap (mkMerge option.definitions));

  mkAliasAndWrapDefsWithPriority =
    wrap: option:
    let
      priority = option.highestPrio or defaultOverridePriority;
    in
    mkIf option.isDefined (wrap (mkMerge (map (mkOverride priority) option.definitions)));

  doRename =
    {
      from,
      to,
      visible,
      warn,
      use,
      withPriority ? true,
      condition ? true,
    }:
    { config, options, ... }:
    let
      old = getAttrFromPath from options;
      target = attrByPath to (throw "the option ${name from} was renamed to ${name to}, which does not exist") config;
      forward = if withPriority then mkAliasAndWrapDefsWithPriority else mkAliasAndWrapDefinitions;
    in
    {
      options = setAttrByPath from (mkOption {
        inherit visible;
        description = "Alias of {option}`${showOption to}`.";
        apply = _: use target;
        type = (attrByPath to { } options).type or (lib.types.submodule { });
      });
      config = mkIf condition (mkMerge [
        (optionalAttrs (options ? warnings) {
          warnings = optional (
            warn && old.isDefined
          ) "${name from}, set in ${places old}, is now called ${name to}: rename it there.";
        })
        (forward (setAttrByPath to) old)
      ]);
    };

  mkAliasOptionModule =
    from: to:
    doRename {
      inherit from to;
      visible = true;
      warn = false;
      use = value: value;
    };

  renamed = from: to: "the option ${name from} is read, but it is now called ${name to}";

  # Marks "not set" in options that lose their own type.
  unset = "_mkMergedOptionModule";

  mkMergedOptionModule =
    from: to: mergeFn:
    { config, options, ... }:
    let
      isSet = path: getAttrFromPath path config != unset;
      used = filter isSet from;
    in
    {
      options = foldl' recursiveUpdate { } (
        map (
          path:
          setAttrByPath path (mkOption {
            visible = false;
            default = unset;
          })
        ) from
      );
      config = {
        warnings = map (
          path:
          "${name path}, set in ${places (getAttrFromPath path options)}, was replaced by ${name to}, which takes another type: set that instead."
        ) used;
      }
      // setAttrByPath to (mkMerge (optional (any isSet from) (mergeFn config)));
    };
in
{
  inherit
    doRename
    mkAliasAndWrapDefinitions
    mkAliasAndWrapDefsWithPriority
    mkAliasOptionModule
    mkMergedOptionModule
    ;

  mkAliasDefinitions = mkAliasAndWrapDefinitions (definitions: definitions);
  mkAliasIfDef = option: mkIf option.isDefined;
  mkAliasOptionModuleMD = mkAliasOptionModule;
  mkChangedOptionModule =
    from: to: changeFn:
    mkMergedOptionModule [ from ] to changeFn;
  mkDerivedConfig =
    option: f: mkOverride (option.highestPrio or defaultOverridePriority) (f option.value);

  mkRenamedOptionModule =
    from: to:
    doRename {
      inherit from to;
      visible = false;
      warn = true;
      use = builtins.trace (renamed from to);
    };

  mkRenamedOptionModuleWith =
    {
      from,
      to,
      sinceRelease,
    }:
    let
      due = lib.trivial.oldestSupportedReleaseIsAtLeast sinceRelease;
    in
    doRename {
      inherit from to;
      visible = false;
      warn = due;
      use = if due then lib.trivial.warn (renamed from to) else (value: value);
    };

  mkRemovedOptionModule =
    path: instructions:
    { options, ... }:
    let
      option = getAttrFromPath path options;
    in
    {
      options = setAttrByPath path (mkOption {
        visible = false;
        apply = _: throw "the option ${name path} was removed. ${instructions}";
      });
      config.assertions = [
        {
          assertion = !option.isDefined;
          message = "${name path}, set in ${places option}, was removed and has no effect: take it out.\n${instructions}\n";
        }
      ];
    };
}
