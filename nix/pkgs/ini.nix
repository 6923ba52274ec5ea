# INI files: `[section]` and `key=value`; booleans as true and false, null values left out.
{ lib }:
let
  inherit (lib) concatLists filterAttrs mapAttrsToList;
  floats = import ../floats;

  text = value:
    if builtins.isBool value then (if value then "true" else "false")
    else if builtins.isString value then value
    else if builtins.isFloat value then floats.json value
    else builtins.toJSON value;

  escape = builtins.replaceStrings [ "=" ] [ "\\=" ];
in
{ listsAsDuplicateKeys ? false, ... }:
let
  lines = key: value:
    if builtins.isList value && listsAsDuplicateKeys then map (one: "${escape key}=${text one}") value
    else if builtins.isList value then throw "INI: ‘${key}’ is a list; set listsAsDuplicateKeys = true to write it as several lines"
    else [ "${escape key}=${text value}" ];

  section = name: values: builtins.concatStringsSep "\n" (
    [ "[${builtins.replaceStrings [ "[" "]" ] [ "\\[" "\\]" ] name}]" ]
    ++ concatLists (mapAttrsToList lines (filterAttrs (_key: value: value != null) values))
  ) + "\n";
in
sections: builtins.concatStringsSep "\n" (mapAttrsToList section sections)
