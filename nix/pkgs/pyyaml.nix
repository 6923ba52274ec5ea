/* Text of a value exactly as PyYAML prints it with
     yaml.safe_dump(v, default_flow_style=False, allow_unicode=True, sort_keys=False, width=80)
   pyyaml : value → text. Keys come in Nix order. nixpkgs' `pkgs.formats.yaml` makes files in this form, and texts
   like these are hashed into labels, so every byte counts. Time is linear in the size of the text. */
{ lib }:
let
  inherit (lib) mapAttrsToList;
  scalars = import ./pyyaml/scalar.nix { inherit lib; };
  plainData = import ./plain-data.nix { inherit lib; };
  inherit (scalars) scalar key;
  inherit (import ./pyyaml/text.nix { inherit lib; }) spaces;

  isBlock = value: (builtins.isAttrs value || builtins.isList value) && value != { } && value != [ ];

  # What stands in one line: scalars and empty collections. column is where the text begins.
  inline = indent: column: value:
    if value == { } then "{}"
    else if value == [ ] then "[]"
    else scalar { inherit indent column; } value;

  /* A collection whose entries stand at `indent`. `opened` says that the line is open (behind a dash, a `?` or a
     lone `:`): then the first entry goes on in that line. */
  block = indent: opened: value:
    let
      entries =
        if builtins.isList value then map (item indent) value
        else mapAttrsToList (pair indent) value;
      start = "\n" + spaces indent;
    in
    (if opened then "" else start) + builtins.concatStringsSep start entries;

  item = indent: value: "- " + behind indent value;

  # After a dash, `?` or `:` of its own: collections go on in the same line, two further in.
  behind = indent: value:
    if isBlock value then block (indent + 2) true value else inline (indent + 2) (indent + 2) value;

  pair = indent: name: value:
    let
      simple = key name;
      column = indent + simple.width + 2;
    in
    if simple == null then "? ${behind indent name}\n${spaces indent}: ${behind indent value}"
    else if !isBlock value then "${simple.text}: ${inline (indent + 2) column value}"
    # A sequence stands directly below its key, not further in.
    else if builtins.isList value then "${simple.text}:${block indent false value}"
    else "${simple.text}:${block (indent + 2) false value}";

  document = value:
    if isBlock value then block 0 true value + "\n"
    else
      let text = inline 2 0 value; in
      # A plain scalar that is the whole document is closed explicitly.
      if builtins.elem (builtins.substring 0 1 text) [ "'" "\"" "{" "[" ] then text + "\n" else text + "\n...\n";
in
value: document (plainData value)
