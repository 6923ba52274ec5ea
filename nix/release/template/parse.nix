/* Parses a pipeline into a tree:
     { literal; } | { field = [ names ]; } | { root = [ names ]; } | { variable; access = [ names ]; } | { access; of; }
     | { call; arguments = [ tree ]; } | { method; arguments = [ tree ]; }
   Grammar: pipeline = command { "|" command }; command = function operand* | method operand* | operand;
            operand = text | number | true | false | nil | .a.b | $.a.b | $x.a | function | "(" pipeline ")" [ .a.b ]. */
{ lib }:
let
  inherit (lib) filter foldl' hasPrefix head splitString tail;

  # Order matters: the first pattern that fits at the beginning of the text is the token.
  patterns = [
    { kind = "blank"; pattern = "[[:space:]]+"; }
    { kind = "text"; pattern = ''"([^"\\]|\\.)*"''; }
    { kind = "raw"; pattern = "`[^`]*`"; }
    { kind = "number"; pattern = "-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?"; }
    { kind = "field"; pattern = "[$]?([.][A-Za-z_][A-Za-z0-9_]*)+"; }
    { kind = "variable"; pattern = "[$][A-Za-z_][A-Za-z0-9_]*([.][A-Za-z_][A-Za-z0-9_]*)*"; }
    { kind = "root"; pattern = "[$.]"; }
    { kind = "word"; pattern = "[A-Za-z_][A-Za-z0-9_]*"; }
    { kind = "mark"; pattern = "[|()]"; }
  ];

  token = fail: source:
    let
      found = foldl'
        (got: { kind, pattern }:
          if got != null then got
          else
            let match = builtins.match "(${pattern}).*" source; in
            if match == null then null else { inherit kind; text = head match; })
        null
        patterns;
    in
    if found != null then found else fail "‘{{ ${source} }}’ is more than this template language knows; write it in Nix";

  # Newlines would stop `.` from matching the rest.
  flat = builtins.replaceStrings [ "\n" "\t" "\r" ] [ " " " " " " ];

  tokens = fail: source:
    if source == "" then [ ]
    else
      let found = token fail source; in
      [ found ] ++ tokens fail (builtins.substring (builtins.stringLength found.text) (-1) source);

  names = text: filter (name: name != "" && name != "$") (splitString "." text);

  # Go has escapes that JSON has not.
  isJson = text: builtins.match ''"([^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"'' text != null;

  operandStarts = token: token.kind != "mark" || token.text == "(";
in
{ fail, source }:
let
  unclear = fail "‘{{${source}}}’ is more than this template language knows; write it in Nix";

  pipeline = list:
    let first = command list; in
    pipe first;

  pipe = { tree, rest }:
    if rest != [ ] && (head rest).text == "|" && (head rest).kind == "mark"
    then
      let next = command (tail rest); in
      pipe {
        tree = if next.tree ? call then next.tree // { arguments = next.tree.arguments ++ [ tree ]; } else unclear;
        inherit (next) rest;
      }
    else { inherit tree rest; };

  command = list:
    let first = operand list; in
    if first.tree ? call && first.tree.arguments == [ ] then collect first
    else if (first.tree ? field || first.tree ? root) && first.rest != [ ] && operandStarts (head first.rest)
    then collect { tree = { method = first.tree; arguments = [ ]; }; inherit (first) rest; }
    else first;

  collect = { tree, rest }:
    if rest != [ ] && operandStarts (head rest)
    then
      let next = operand rest; in
      collect { tree = tree // { arguments = tree.arguments ++ [ next.tree ]; }; inherit (next) rest; }
    else { inherit tree rest; };

  operand = list:
    let
      first = head list;
      rest = tail list;
      inherit (first) kind text;
      is = tree: { inherit tree rest; };
    in
    if list == [ ] || (kind == "text" && !(isJson text)) then unclear
    else if kind == "text" || kind == "number" then is { literal = builtins.fromJSON text; }
    else if kind == "raw" then is { literal = builtins.substring 1 (builtins.stringLength text - 2) text; }
    else if kind == "variable" then is { variable = head (names text); access = tail (names text); }
    else if kind == "field" || kind == "root" then is { ${if hasPrefix "$" text then "root" else "field"} = names text; }
    else if kind == "word" then is (constant text)
    else if text == "(" then parenthesised rest
    else unclear;

  constant = word:
    if word == "true" then { literal = true; }
    else if word == "false" then { literal = false; }
    else if word == "nil" then { literal = null; }
    else { call = word; arguments = [ ]; };

  parenthesised = list:
    let
      inner = pipeline list;
      after = tail inner.rest;
    in
    if inner.rest == [ ] || (head inner.rest).text != ")" then unclear
    else if after != [ ] && (head after).kind == "field"
    then { tree = { access = names (head after).text; of = inner.tree; }; rest = tail after; }
    else { inherit (inner) tree; rest = after; };

  isComment = builtins.match "[[:space:]]*/[*].*[*]/[[:space:]]*" (flat source) != null;
  list = filter (found: found.kind != "blank") (tokens fail (flat source));
  whole = pipeline list;
in
if isComment then { literal = ""; }
else if list == [ ] then fail "an empty template action ‘{{ }}’"
else if whole.rest != [ ] then unclear
else whole.tree
