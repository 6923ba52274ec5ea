# lib.derivations and lib.meta, as far as they need no build.
{ lib }:
let
  inherit (builtins)
    any
    isString
    listToAttrs
    map
    mapAttrs
    match
    parseDrvName
    removeAttrs
    typeOf
    ;
  inherit (lib.attrsets) getBin isDerivation;
  inherit (lib.meta)
    addMetaAttrs
    getExe'
    mapDerivationAttrset
    platformMatch
    setPrio
    updateName
    ;
  inherit (lib.strings) getName;
  inherit (lib.trivial) warn;
in
{
  derivations = {
    inherit (builtins) unsafeDiscardOutputDependency;

    optionalDrvAttr = condition: value: if condition then value else null;

    # Knows its name and outputs before the derivation itself is evaluated.
    lazyDerivation =
      {
        derivation,
        meta ? derivation.meta,
        passthru ? { },
        outputs ? [ "out" ],
      }:
      let
        checked =
          if !isDerivation derivation then
            throw "lazyDerivation: the input is a ${typeOf derivation}, but it must be a derivation"
          else if derivation.outputs != outputs then
            throw "lazyDerivation: ${derivation.name} has the outputs ${toString derivation.outputs}, but ${toString outputs} were announced"
          else
            derivation;
      in
      {
        type = "derivation";
        inherit (checked)
          drvPath
          name
          outPath
          outputName
          system
          ;
        inherit meta outputs;
      }
      // listToAttrs (
        map (name: {
          inherit name;
          value = checked.${name};
        }) outputs
      )
      // passthru;

    warnOnInstantiate =
      message: drv:
      drv
      // mapAttrs (_: warn message) (
        removeAttrs drv [
          "meta"
          "name"
          "type"
          "outputName"
        ]
      );
  };

  meta = {
    addMetaAttrs =
      new: drv:
      if drv ? overrideAttrs then
        drv.overrideAttrs (old: {
          meta = old.meta or { } // new;
        })
      else
        drv // { meta = drv.meta or { } // new; };
    dontDistribute = addMetaAttrs { hydraPlatforms = [ ]; };

    setName = name: drv: drv // { inherit name; };
    updateName = change: drv: drv // { name = change drv.name; };
    appendToName =
      suffix:
      updateName (
        name:
        let
          parts = parseDrvName name;
        in
        "${parts.name}-${suffix}-${parts.version}"
      );
    mapDerivationAttrset = f: mapAttrs (_: value: if isDerivation value then f value else value);

    platformMatch =
      platform: wanted:
      if isString wanted then
        platform.system or null == wanted
      else
        lib.attrsets.matchAttrs (if wanted ? parsed then wanted else { parsed = wanted; }) platform;
    availableOn =
      platform: package:
      let
        matches = any (platformMatch platform);
        meta = package.meta or { };
      in
      (!(meta ? platforms) || matches meta.platforms)
      && !(meta ? badPlatforms && matches meta.badPlatforms);

    # Lower numbers win when two packages hold the same file.
    defaultPriority = 5;
    setPrio = priority: addMetaAttrs { inherit priority; };
    lowPrio = setPrio 10;
    hiPrio = setPrio (-10);
    lowPrioSet = mapDerivationAttrset (setPrio 10);
    hiPrioSet = mapDerivationAttrset (setPrio (-10));

    getExe =
      package:
      getExe' package (
        package.meta.mainProgram or (warn
          "getExe: ${
            package.meta.name or package.pname or package.name
          } does not say what its main program is; its name is taken. Set meta.mainProgram, or use getExe'."
          (getName package)
        )
      );
    getExe' =
      package: program:
      if !isDerivation package then
        throw "getExe': the first argument is a ${typeOf package}, but it must be a derivation"
      else if !isString program then
        throw "getExe': the second argument is a ${typeOf program}, but it must be a string"
      else if match ".*/.*" program != null then
        throw "getExe': \"${program}\" is a path, but it must be the name of a program alone"
      else
        "${getBin package}/bin/${program}";
  };
}
