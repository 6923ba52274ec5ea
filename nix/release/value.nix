# Small questions about plain values.
{ lib }:
let
  inherit (lib) filterAttrs foldl';
  floats = import ../floats;
in
rec {
  # Empty in the sense of template languages: what a values file may leave out or blank.
  isEmpty = value: value == null || value == "" || value == 0 || value == false || value == [ ] || value == { };

  # The first value that is not empty, else null.
  firstOf = values: foldl' (found: value: if found == null && !isEmpty value then value else found) null values;

  # Attributes that are null are left out, one level deep.
  compact = filterAttrs (_name: value: value != null);

  # Attributes that are empty are left out, one level deep.
  dropEmpty = filterAttrs (_name: value: !isEmpty value);

  # Of `names`, the attributes of `set` that are there and not empty.
  pick = names: set: dropEmpty (keep names set);

  # Of `names`, the attributes of `set` that are there, whatever they hold.
  keep = names: set: builtins.intersectAttrs (lib.genAttrs names (_name: null)) set;

  # null becomes a default; everything else stays, 0 and false too.
  orElse = default: value: if value == null then default else value;

  # Numbers and booleans as the text that a container sees: 1000000, 4.2, 1.5e+06 as Go prints a float, true.
  toText = value:
    if builtins.isString value then value
    else if builtins.isBool value then (if value then "true" else "false")
    # The sign of zero does not come through the YAML that values pass as.
    else if builtins.isFloat value then (if value == 0 then "0" else floats.go value)
    else builtins.toJSON value;

  # Ports and the like that are written as text: "8080" is the number, "http" a name.
  readNumber = value:
    if builtins.isString value && builtins.match "0|-?[1-9][0-9]*" value != null then builtins.fromJSON value else value;

  # A value as an error message shows it. Text is cut: it may be a whole file.
  show = value:
    if builtins.isString value then
      (if builtins.stringLength value > 60 then "a string of ${toString (builtins.stringLength value)} characters" else "the string ${builtins.toJSON value}")
    else if builtins.isAttrs value then "an attribute set"
    else if builtins.isList value then "a list"
    else if builtins.isFunction value then "a function"
    else if builtins.isFloat value then floats.json value
    else builtins.toJSON value;

  # [ "service" "main" "ports" 0 ] → service.main.ports[0]; names that are not words are quoted.
  showPath = path:
    foldl'
      (text: step:
        if builtins.isInt step then "${text}[${toString step}]"
        else "${text}${if text == "" then "" else "."}${quoted step}")
      ""
      path;

  quoted = name: if builtins.match "[A-Za-z_][A-Za-z0-9_-]*" name != null then name else builtins.toJSON name;
}
