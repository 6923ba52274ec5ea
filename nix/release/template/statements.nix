/* From text and actions to a tree:
     { text; } | { output; } | { set; declares; value; } | { block; names; value; body; otherwise; }
   where values are trees of pipelines and block is if, with or range. */
{ lib }:
let
  inherit (lib) elem filter head tail;
  parse = import ./parse.nix { inherit lib; };

  opening = [ "if" "range" "with" ];
  # Of no use in values: nothing could use a definition.
  refused = [ "block" "break" "continue" "define" "template" ];

  name = "[$][A-Za-z_][A-Za-z0-9_]*";
  blank = "[ \t\r\n]*";
in
fail:
let
  pipeline = source: parse { inherit fail source; };

  # "if .a" → { keyword = "if"; source = " .a"; }; keyword null for a pipeline.
  read = action:
    let found = builtins.match "${blank}([a-z]+)([^A-Za-z0-9_].*)?" action; in
    if found != null && elem (head found) (opening ++ refused ++ [ "else" "end" ])
    then { keyword = head found; source = if builtins.elemAt found 1 == null then "" else builtins.elemAt found 1; }
    else { keyword = null; source = action; };

  # `$x := 1`, `$x = 1`, `$k, $v := .map` → { names; declares; source; }
  assignment = source:
    let found = builtins.match "${blank}(${name})${blank}(,${blank}(${name})${blank})?(:?=)(.*)" source; in
    if found == null then { names = [ ]; declares = true; inherit source; }
    else {
      names = filter (found: found != null) [ (builtins.elemAt found 0) (builtins.elemAt found 2) ];
      declares = builtins.elemAt found 3 == ":=";
      source = builtins.elemAt found 4;
    };

  simple = source:
    let found = assignment source; in
    if found.names == [ ] then { output = pipeline source; }
    else if builtins.length found.names == 1 then { set = head found.names; inherit (found) declares; value = pipeline found.source; }
    else fail "‘{{${source}}}’ gives two variables one value";

  # Nodes up to the `else` or `end` that closes them: { nodes; stop; rest; }.
  list = items:
    let
      item = head items;
      statement = read item.action;
      continued = { node, rest }: let after = list rest; in after // { nodes = [ node ] ++ after.nodes; };
    in
    if items == [ ] then { nodes = [ ]; stop = null; rest = [ ]; }
    else if item ? text then continued { node = item; rest = tail items; }
    else if elem statement.keyword [ "else" "end" ] then { nodes = [ ]; stop = statement; rest = tail items; }
    else if elem statement.keyword refused then fail "‘{{ ${statement.keyword} }}’ is more than this template language knows; write it in Nix"
    else if statement.keyword != null then continued (block statement (tail items))
    else continued { node = simple statement.source; rest = tail items; };

  block = { keyword, source }: items:
    let
      found = assignment source;
      body = list items;
      otherwise = alternative keyword body;
    in
    {
      node = {
        block = keyword;
        inherit (found) names;
        value = pipeline found.source;
        body = body.nodes;
        otherwise = otherwise.nodes;
      };
      inherit (otherwise) rest;
    };

  # What follows the body of a block: nothing, an `else`, or an `else if` that shares its `end`.
  alternative = keyword: { stop, rest, ... }:
    let
      chained = read stop.source;
      next = block chained rest;
      last = list rest;
    in
    if stop == null then fail "‘{{ ${keyword} }}’ has no ‘{{ end }}’"
    else if stop.keyword == "end" then { nodes = [ ]; inherit rest; }
    else if elem chained.keyword opening then { nodes = [ next.node ]; inherit (next) rest; }
    else if last.stop == null || last.stop.keyword != "end" then fail "‘{{ else }}’ has no ‘{{ end }}’"
    else { inherit (last) nodes rest; };

  whole = segments:
    let found = list segments; in
    if found.stop == null then found.nodes else fail "‘{{ ${found.stop.keyword} }}’ closes nothing";
in
whole
