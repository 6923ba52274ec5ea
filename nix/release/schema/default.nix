# Shapes of values. A shape is a function `path: value: [ finding ]`; no finding means that the value fits.
# A finding is { path; message; }, path a list of names below `values`.
{ lib }:
let
  inherit (lib) concatLists concatMap concatStringsSep elem filter imap0 mapAttrsToList;
  inherit (import ../value.nix { inherit lib; }) show;

  fail = path: message: [ { inherit path message; } ];

  ofType = what: accepts: path: value: if accepts value then [ ] else fail path "must be ${what}, got ${show value}";

  fits = shape: value: shape [ ] value == [ ];
in
rec {
  inherit fail ofType;

  any = _path: _value: [ ];
  string = ofType "a string" builtins.isString;
  filled = path: value: if value == "" then fail path "must not be empty" else string path value;
  bool = ofType "true or false" builtins.isBool;
  int = ofType "an integer" builtins.isInt;
  number = ofType "a number" (value: builtins.isInt value || builtins.isFloat value);
  stringOrNumber = ofType "a string or a number" (value: builtins.isString value || builtins.isInt value || builtins.isFloat value);
  stringOrInt = ofType "a string or an integer" (value: builtins.isString value || builtins.isInt value);
  scalar = ofType "a string, a number or a boolean" isScalar;
  stringOrNull = ofType "a string or null" (value: value == null || builtins.isString value);
  map = ofType "an attribute set" builtins.isAttrs;
  list = ofType "a list" builtins.isList;

  isScalar = value: builtins.isString value || builtins.isInt value || builtins.isFloat value || builtins.isBool value;

  nullOr = shape: path: value: if value == null then [ ] else shape path value;

  enum = allowed: ofType "one of ${concatStringsSep ", " allowed}" (value: elem value allowed);

  listOf = shape: path: value:
    if builtins.isList value
    then concatLists (imap0 (index: shape (path ++ [ index ])) value)
    else fail path "must be a list, got ${show value}";

  nonEmptyListOf = shape: path: value: if value == [ ] then fail path "must not be empty" else listOf shape path value;

  mapOf = shape: path: value:
    if builtins.isAttrs value
    then concatLists (mapAttrsToList (name: shape (path ++ [ name ])) value)
    else fail path "must be an attribute set, got ${show value}";

  /* An attribute set with known names.
     required, optional: name → shape; open: other names are let through; also: names that the arguments of a release
     take in this place, which a mistyped one may mean as well. */
  record = { required ? { }, optional ? { }, open ? false, also ? [ ] }:
    let
      known = optional // required;
      names = builtins.attrNames known;
      requiredNames = builtins.attrNames required;
      unknown = name:
        let
          isShort = known: builtins.stringLength known >= 3 && lib.hasPrefix known name;
          distance = known: lib.strings.levenshtein (lib.toLower name) (lib.toLower known);
          isNear = known: known != name && (isShort known || distance known <= 1 + builtins.stringLength name / 4);
          near = filter isNear (names ++ also);
        in
        if near != [ ] then "is not known; did you mean ${concatStringsSep " or " near}?"
        else if names == [ ] then "is not known; nothing is allowed here"
        else "is not known; known are ${concatStringsSep ", " names}";
    in
    path: value:
    if !builtins.isAttrs value
    then fail path "must be an attribute set, got ${show value}"
    else
      concatMap (name: if value ? ${name} then [ ] else fail (path ++ [ name ]) "is required") requiredNames
      ++ concatLists (mapAttrsToList
        (name: inner:
          if known ? ${name}
          then known.${name} (path ++ [ name ]) inner
          else if open then [ ] else fail (path ++ [ name ]) (unknown name))
        value);

  # The first shape that fits decides; none: one message that says what would have fitted.
  either = what: shapes: path: value:
    if builtins.any (shape: fits shape value) shapes then [ ] else fail path "must be ${what}, got ${show value}";

  # All shapes must fit.
  both = shapes: path: value: concatMap (shape: shape path value) shapes;

  # Exactly one of the names must be there.
  exactlyOne = names: path: value:
    let present = filter (name: value ? ${name}) names; in
    if builtins.length present == 1
    then [ ]
    else fail path "needs exactly one of ${concatStringsSep ", " names}${
      if present == [ ] then "" else ", got ${concatStringsSep ", " present}"}";
}
