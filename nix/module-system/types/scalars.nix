# Types of single values: booleans, strings, and those that take anything.
{ lib }:
let
  inherit (builtins)
    head
    isAttrs
    isBool
    isString
    match
    tail
    typeOf
    ;
  inherit (lib.modules.internal) messages;
  inherit (lib.options)
    getValues
    mergeEqualOption
    mergeOneOption
    ;
  inherit (lib.strings) concatStringsSep escapeNixString isStringLike;
  inherit (lib.types)
    addCheck
    anything
    attrsOf
    defaultFunctor
    mkOptionType
    optionDescriptionPhrase
    separatedString
    str
    strMatching
    ;

  scalar =
    name: description: check:
    mkOptionType {
      inherit name description check;
      descriptionClass = "noun";
      merge = mergeEqualOption;
    };

  # Sets that print as one string (derivations) are values, not sets.
  kindOf =
    value: if isAttrs value && isStringLike value then "stringCoercibleSet" else typeOf value;

  attrsOfAnything = attrsOf anything;

  mergeAnything =
    loc: defs:
    let
      kind = kindOf (head defs).value;
    in
    if tail defs != [ ] && !builtins.all (def: kindOf def.value == kind) defs then
      throw (messages.mixedKinds loc defs)
    else if kind == "set" then
      attrsOfAnything.merge loc defs
    else if kind == "stringCoercibleSet" then
      mergeOneOption loc defs
    else if kind == "lambda" then
      argument:
      mergeAnything (loc ++ [ "<function body>" ]) (
        map (def: def // { value = def.value argument; }) defs
      )
    else
      mergeEqualOption loc defs;
in
{
  raw = mkOptionType {
    name = "raw";
    description = "raw value";
    descriptionClass = "noun";
    merge = mergeOneOption;
  };

  unspecified = mkOptionType {
    name = "unspecified";
    description = "unspecified value";
    descriptionClass = "noun";
  };

  anything = mkOptionType {
    name = "anything";
    description = "anything";
    descriptionClass = "noun";
    merge = mergeAnything;
  };

  bool = scalar "bool" "boolean" isBool;

  boolByOr = scalar "boolByOr" "boolean (merged using or)" isBool // {
    merge = _: defs: builtins.any (value: value) (getValues defs);
  };

  str = scalar "str" "string" isString;

  nonEmptyStr = scalar "nonEmptyStr" "non-empty string" (
    value: isString value && match "[ \t\n]*" value == null
  );

  singleLineStr =
    scalar "singleLineStr" "(optionally newline-terminated) single-line string"
      (value: isString value && match "[^\n\r]*\n?" value != null)
    // {
      merge = loc: defs: lib.strings.removeSuffix "\n" (mergeEqualOption loc defs);
    };

  strMatching =
    pattern:
    scalar "strMatching ${escapeNixString pattern}" "string matching the pattern ${pattern}" (
      value: isString value && match pattern value != null
    )
    // rec {
      functor = defaultFunctor "strMatching" // {
        type = payload: strMatching payload.pattern;
        payload = { inherit pattern; };
        binOp = a: b: if a == b then a else null;
      };
      typeMerge = lib.types.defaultTypeMerge functor;
    };

  separatedString =
    separator:
    mkOptionType {
      name = "separatedString";
      description = "strings concatenated with ${builtins.toJSON separator}";
      descriptionClass = "noun";
      check = isString;
      merge = _: defs: concatStringsSep separator (getValues defs);
      functor = defaultFunctor "separatedString" // {
        type = payload: separatedString payload.sep;
        payload.sep = separator;
        binOp = a: b: if a.sep == b.sep then a else null;
      };
    };

  lines = separatedString "\n";
  commas = separatedString ",";
  envVar = separatedString ":";

  passwdEntry =
    type:
    addCheck type (text: match "[^:\n]*" text != null)
    // {
      name = "passwdEntry ${type.name}";
      description = "${
        optionDescriptionPhrase (class: class == "noun") type
      }, not containing newlines or colons";
      descriptionClass = "nonRestrictiveClause";
    };

  luaInline = scalar "luaInline" "inline lua" (value: value._type or null == "lua-inline");

  enum =
    values:
    let
      show =
        value:
        if isString value then
          "\"${value}\""
        else if builtins.isInt value then
          toString value
        else if isBool value then
          lib.trivial.boolToString value
        else
          "<${typeOf value}>";
      shown = map show values;
    in
    mkOptionType {
      name = "enum";
      description =
        if values == [ ] then
          "impossible (empty enum)"
        else if builtins.length values == 1 then
          "value ${head shown} (singular enum)"
        else
          "one of ${concatStringsSep ", " shown}";
      descriptionClass = if builtins.length values < 2 then "noun" else "conjunction";
      check = value: builtins.elem value values;
      merge = mergeEqualOption;
      functor = defaultFunctor "enum" // {
        type = payload: lib.types.enum payload.values;
        payload = { inherit values; };
        binOp = a: b: { values = lib.lists.unique (a.values ++ b.values); };
      };
    };
}
