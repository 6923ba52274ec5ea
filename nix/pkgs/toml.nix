# TOML: plain values first, then tables; text in basic strings.
{ lib }:
let
  inherit (lib) concatLists concatMap filter filterAttrs mapAttrsToList;

  floats = import ../floats;

  isTables = value: builtins.isList value && value != [ ] && builtins.all builtins.isAttrs value;
  isTable = value: builtins.isAttrs value || isTables value;

  name = key: if builtins.match "[A-Za-z0-9_-]+" key != null then key else builtins.toJSON key;
  header = path: builtins.concatStringsSep "." (map name path);

  # JSON's strings are TOML's, but for DEL, which TOML wants escaped.
  text = value: builtins.replaceStrings [ (builtins.fromJSON ''"\u007f"'') ] [ "\\u007f" ] (builtins.toJSON value);

  inline = value:
    if builtins.isList value then "[${builtins.concatStringsSep ", " (map inline value)}]"
    else if builtins.isAttrs value
    then (if value == { } then "{}" else "{ ${builtins.concatStringsSep ", " (mapAttrsToList (key: inner: "${name key} = ${inline inner}") value)} }")
    else if builtins.isString value then text value
    else if builtins.isFloat value then floats.toml value
    else builtins.toJSON value;

  # The lines of a table; null values are left out, TOML has none.
  body = path: table:
    let
      present = filterAttrs (_key: value: value != null) table;
      own = mapAttrsToList (key: value: "${name key} = ${inline value}") (filterAttrs (_key: value: !isTable value) present);
      tables = concatLists (mapAttrsToList (key: nested (path ++ [ key ])) (filterAttrs (_key: isTable) present));
    in
    { inherit own tables; };

  nested = path: value:
    if builtins.isList value then concatMap (section "[[" "]]" path) value else section "[" "]" path value;

  section = open: close: path: table:
    let
      content = body path table;
      head = "${open}${header path}${close}";
      # A table that only holds tables needs no line of its own.
      silent = open == "[" && content.own == [ ] && content.tables != [ ];
    in
    (if silent then [ ] else [ (builtins.concatStringsSep "\n" ([ head ] ++ content.own)) ]) ++ content.tables;
in
value:
let
  content = body [ ] value;
  blocks = filter (block: block != "") ([ (builtins.concatStringsSep "\n" content.own) ] ++ content.tables);
in
builtins.concatStringsSep "\n\n" blocks + "\n"
