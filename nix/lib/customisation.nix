# lib.customisation: functions and packages whose arguments can be changed afterwards.
{ lib }:
let
  inherit (builtins)
    attrNames
    filter
    intersectAttrs
    isAttrs
    listToAttrs
    map
    mapAttrs
    seq
    unsafeGetAttrPos
    ;
  inherit (lib.attrsets) isDerivation optionalAttrs;
  inherit (lib.customisation) extendDerivation makeOverridable overrideDerivation;
  inherit (lib.fixedPoints) extends;
  inherit (lib.trivial)
    functionArgs
    isFunction
    mirrorFunctionArgs
    setFunctionArgs
    ;

  loadFunction = f: if isFunction f then f else import f;

  missingArgument =
    known: args: name:
    let
      pos = unsafeGetAttrPos name args;
      near = import ../module-system/near-miss.nix { inherit lib; } (attrNames known) name;
    in
    "callPackageWith: the function needs the argument \"${name}\"${
      if pos == null then "" else " (${pos.file}:${toString pos.line})"
    }, which is not there${
      if near == [ ] then "" else "; did you mean ${builtins.concatStringsSep " or " near}?"
    }";
in
{
  makeOverridable =
    f:
    let
      mirrored = mirrorFunctionArgs f;
      call =
        args:
        let
          result = f args;
          override = mirrored (
            change: makeOverridable f (args // (if isFunction change then change args else change))
          );
        in
        if isAttrs result then
          result
          // {
            inherit override;
            overrideDerivation =
              change: makeOverridable (mirrored (new: overrideDerivation (f new) change)) args;
          }
          // optionalAttrs (result ? overrideAttrs) {
            overrideAttrs = change: makeOverridable (mirrored (new: (f new).overrideAttrs change)) args;
          }
        else if isFunction result then
          setFunctionArgs result (functionArgs result) // { inherit override; }
        else
          result;
    in
    if isAttrs f then
      f
      // mirrored call
      // optionalAttrs (f ? override) { override = change: makeOverridable (f.override change); }
    else
      mirrored call;

  callPackageWith =
    auto: function: args:
    let
      f = loadFunction function;
      wanted = functionArgs f;
      given = intersectAttrs wanted auto // args;
      missing = filter (name: !wanted.${name} && !(given ? ${name})) (attrNames wanted);
    in
    if missing == [ ] then
      makeOverridable f given
    else
      throw (missingArgument (auto // args) wanted (builtins.head missing));

  callPackagesWith =
    auto: function: args:
    let
      f = loadFunction function;
      given = intersectAttrs (functionArgs f) auto // args;
      packages = f given;
    in
    if isDerivation packages then
      throw "callPackagesWith: the function gives one derivation, ${
        packages.name or "without a name"
      }; use callPackage"
    else
      mapAttrs (name: _: makeOverridable (mirrorFunctionArgs f (new: (f new).${name})) given) packages;

  overrideDerivation =
    drv: change:
    extendDerivation (seq drv.drvPath true) (
      {
        meta = drv.meta or { };
        passthru = drv.passthru or { };
      }
      // (drv.passthru or { })
    ) (derivation (drv.drvAttrs // change drv));

  # Attributes added to a derivation and to each of its outputs, which all need `condition`.
  extendDerivation =
    condition: extra: drv:
    let
      guarded = part: {
        drvPath =
          assert condition;
          part.drvPath;
        outPath =
          assert condition;
          part.outPath;
      };
      output =
        name:
        common
        // {
          inherit (drv.${name}) type outputName;
          outputSpecified = true;
        }
        // guarded drv.${name}
        // optionalAttrs (extra ? overrideAttrs) {
          overrideAttrs = change: (extra.overrideAttrs change).${name};
        };
      names = drv.outputs or [ "out" ];
      outputs = listToAttrs (
        map (name: {
          inherit name;
          value = output name;
        }) names
      );
      common =
        drv // outputs // { all = map (name: outputs.${name}) names; } // extra // guarded drv;
    in
    common;

  makeScope =
    newScope: f:
    let
      self = {
        callPackage = self.newScope { };
      }
      // f self
      // {
        newScope = scope: newScope (self // scope);
        overrideScope = overlay: lib.customisation.makeScope newScope (extends overlay f);
        packages = f;
      };
    in
    self;
}
