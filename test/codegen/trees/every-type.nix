# Every option type of nixpkgs `lib.types`, by the name of the option. `lib` may lack some: those are left out.
{ lib }:
let
  inherit (lib) mkOption types;

  # An engine may lack a type, or have a stub in its place that throws.
  isThere = name: types ? ${name} && (builtins.tryEval types.${name}).success;

  # Those without parameters are found, so that a new one is not forgotten.
  plain = builtins.intersectAttrs (builtins.listToAttrs (
    map (name: { inherit name; value = null; }) (
      builtins.filter (name: isThere name && types.${name}._type or null == "option-type") (builtins.attrNames types)
    )
  )) types;

  withConstructor = name: make: if isThere name then { ${name} = make types.${name}; } else { };
in
plain
// withConstructor "attrListOf" (of: of types.int)
// withConstructor "attrListWith" (of: of { elemType = types.int; asAttrs = true; })
// withConstructor "attrTag" (of: of {
  anchor = mkOption { type = types.int; };
  chain = mkOption { type = types.listOf types.str; };
})
// withConstructor "attrsWith" (of: of { elemType = types.int; placeholder = "host"; })
// withConstructor "deferredModuleWith" (of: of { staticModules = [ ]; })
// withConstructor "functionTo" (of: of types.int)
// withConstructor "loaOf" (of: of types.int)
// withConstructor "nonEmptyListOf" (of: of types.int)
// withConstructor "passwdEntry" (of: of types.str)
// withConstructor "pathWith" (of: of { absolute = true; })
// withConstructor "serializableValueWith" (of: of { typeName = "YAML"; })
// withConstructor "submoduleWith" (of: of { modules = [ { options.mast = mkOption { type = types.int; }; } ]; })
// withConstructor "unique" (of: of { message = "one captain"; } types.str)
// {
  attrsOf = types.attrsOf types.int;
  checkedStr = types.addCheck types.str (text: text != "no") // { name = "checkedStr"; };
  coercedTo = types.coercedTo types.int toString types.str;
  either = types.either types.int types.str;
  enum = types.enum [ "port" 8 null true ];
  enumOfFunctions = types.enum [ "port" (x: x) ];
  intBetween = types.ints.between (-3) 4;
  lazyAttrsOf = types.lazyAttrsOf types.int;
  listOf = types.listOf types.int;
  nullOr = types.nullOr types.int;
  oneOf = types.oneOf [ types.int types.str (types.listOf types.bool) ];
  positive = types.ints.positive;
  separatedString = types.separatedString ", ";
  strMatching = types.strMatching "[[:lower:]]+\"\n";
  submodule = types.submodule { options.mast = mkOption { type = types.int; }; };
  thirdParty = lib.mkOptionType { name = "cargo"; description = "any cargo"; };
  uniq = types.uniq types.int;
  remerged = types.listOf (types.bool // { merge = _: definitions: definitions; });
  unsigned = types.ints.unsigned;
  freeform = types.submodule {
    freeformType = types.attrsOf types.int;
    options.mast = mkOption { type = types.str; };
  };
}
// (if isThere "numbers" then {
  numberBetween = types.numbers.between 0.5 2;
  numberPositive = types.numbers.positive;
} else { })
