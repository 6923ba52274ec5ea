/* YAML text of one flat attribute set as Go programs print it (sigs.k8s.io/yaml, what Helm's `toYaml` uses), without
   the final line feed: sums of configuration are taken over this text.
   It differs from PyYAML's in the order of keys, in what it takes for a number, and in literal blocks. */
{ lib }:
let
  inherit (lib) concatMapStringsSep hasPrefix hasSuffix removeSuffix splitString;
  floats = import ../../floats;
  sortKeys = import ./key-order.nix { inherit lib; };
  isText = import ./resolve.nix;
  text = import ../../pkgs/pyyaml/text.nix { inherit lib; };
  allowed = import ../../pkgs/pyyaml/allowed.nix { inherit lib; };
  quotes = import ../../pkgs/pyyaml/quotes.nix { inherit lib; };
  double = import ./double-quoted.nix { inherit lib; };
  units = import ../../pkgs/pyyaml/escapes.nix { inherit lib; };

  # Characters of four bytes count as unprintable here.
  isAstral = string: builtins.any (unit: builtins.stringLength unit.text == 4 && unit.escape != null) (units string);
  hasUnprintable = text.contains text.unprintable;
  unprintable = string: hasUnprintable string || (!text.isAscii string && isAstral string);

  isMultiline = text.contains [ "\n" ];

  hasBlankEnd = text.contains [ " \n" ];
  literalAllowed = string: !(hasSuffix " " string) && !(hasBlankEnd string) && !(unprintable string);

  literal = string:
    let
      indentHint = if hasPrefix " " string || hasPrefix "\n" string then "2" else "";
      chomping =
        if !(hasSuffix "\n" string) then "-"
        else if string == "\n" || hasSuffix "\n\n" string then "+"
        else "";
      line = content: if content == "" then "" else "  " + content;
    in
    "|${indentHint}${chomping}\n" + concatMapStringsSep "\n" line (splitString "\n" (removeSuffix "\n" string));

  /* Go's YAML reads the JSON of a value first. A float that is written there without point and exponent is an integer
     to it, as long as 64 bits hold it: 1000000 stays, 1000000.5 becomes 1.0000005e+06. */
  float = value:
    let
      json = floats.goJson value;
      isInteger = builtins.match "-?[0-9]+" json != null;
    in
    if value == 0 then "0"
    else if isInteger && value < 18446744073709551616.0 && value >= -9223372036854775808.0 then json
    else floats.go value;

  # inKey: a key is one line and is not folded.
  scalar = inKey: column: value:
    let at = { indent = 2; inherit column; split = !inKey; }; in
    if value == null then "null"
    else if builtins.isFloat value then float value
    else if !builtins.isString value then builtins.toJSON value
    else if isMultiline value then (if !inKey && literalAllowed value then literal value else double at value)
    else if !(isText value) then double at value
    else if unprintable value then double at value
    else if allowed.plain value then quotes.plain at value
    else if allowed.single value then quotes.single at value
    else double at value;

  pair = set: name:
    let key = scalar true 0 name; in
    "${key}: ${scalar false (text.width key + 2) set.${name}}";
in
{
  inherit scalar sortKeys;

  # Whether a text as a value is written as a literal block.
  isBlock = string: isMultiline string && literalAllowed string;

  flat = set:
    if set == null then "null"
    else if set == { } then "{}"
    else concatMapStringsSep "\n" (pair set) (sortKeys (builtins.attrNames set));
}
