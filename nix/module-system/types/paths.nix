# Types of paths and packages.
{ lib }:
let
  inherit (builtins)
    hasContext
    isPath
    isString
    substring
    unsafeDiscardStringContext
    ;
  inherit (lib.attrsets) isDerivation toDerivation;
  inherit (lib.options) mergeEqualOption mergeOneOption;
  inherit (lib.strings) isStorePath isStringLike;
  inherit (lib.types)
    addCheck
    attrs
    defaultFunctor
    mkOptionType
    package
    pathWith
    unique
    ;

  isAbsolute = value: substring 0 1 (toString value) == "/";
  isInStore =
    value:
    lib.path.hasStorePathPrefix (
      if isPath value then value else /. + unsafeDiscardStringContext (toString value)
    );

  describePath =
    inStore: absolute:
    (
      if absolute == null then
        ""
      else if absolute then
        "absolute "
      else
        "relative "
    )
    + "path"
    + (
      if inStore == null then
        ""
      else if inStore then
        " in the Nix store"
      else
        " not in the Nix store"
    );
in
{
  path = pathWith { absolute = true; };
  pathInStore = pathWith { inStore = true; };
  externalPath = pathWith {
    absolute = true;
    inStore = false;
  };

  pathWith =
    {
      inStore ? null,
      absolute ? null,
    }:
    if inStore == true && absolute == false then
      throw "types.pathWith: a path with `inStore = true` is always absolute; leave `absolute = false` out"
    else
      mkOptionType {
        name = "path";
        description = describePath inStore absolute;
        descriptionClass = "noun";
        merge = mergeEqualOption;
        # A path value outside the store would be copied into it when it is printed: only text
        # can name what stays outside.
        check =
          value:
          (if inStore == false then isString value else isStringLike value)
          && (inStore == null || inStore == isInStore value)
          && (absolute == null || absolute == isAbsolute value);
        functor = defaultFunctor "path" // {
          type = pathWith;
          payload = { inherit inStore absolute; };
          binOp = a: b: if a == b then a else null;
        };
      };

  fileset = mkOptionType {
    name = "fileset";
    description = "fileset";
    descriptionClass = "noun";
    check = lib.fileset.isFileset;
    merge = _: defs: lib.fileset.unions (map (def: def.value) defs);
    emptyValue.value = lib.fileset.empty;
  };

  package = mkOptionType {
    name = "package";
    descriptionClass = "noun";
    check = value: isDerivation value || isStorePath value;
    merge =
      loc: defs:
      let
        value = mergeOneOption loc defs;
      in
      if isPath value || (isString value && !hasContext value) then toDerivation value else value;
  };

  shellPackage = addCheck package (value: isDerivation value && value ? shellPath);

  pkgs =
    let
      type = unique { message = "A Nixpkgs pkgs set can not be merged with another pkgs set."; } attrs;
    in
    addCheck type (value: value._type or null == "pkgs")
    // {
      name = "pkgs";
      description = "Nixpkgs package set";
      descriptionClass = "noun";
    };
}
