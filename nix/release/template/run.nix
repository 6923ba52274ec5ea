/* Runs the tree of a template string (statements.nix) → text.
   A block has variables of its own: `:=` makes one, `=` changes one that an outer block may have made. */
{ lib }:
let
  inherit (lib) findFirst foldl' imap0 mapAttrsToList;
  inherit (import ../value.nix { inherit lib; }) isEmpty show;
  inherit (import ./functions/text.nix { inherit lib; }) print;
  evaluator = import ./evaluate.nix { inherit lib; };

  declare = name: value: scopes: [ (builtins.head scopes // { ${name} = { inherit value; }; }) ] ++ builtins.tail scopes;

  known = scopes: name: (findFirst (scope: scope ? ${name}) { } scopes).${name} or null;

  assign = name: value: scopes:
    if builtins.head scopes ? ${name} then declare name value scopes
    else [ (builtins.head scopes) ] ++ assign name value (builtins.tail scopes);
in
{ ctx, fail, root, tpl }:
let
  evaluate = evaluator { inherit ctx fail tpl; };

  valueOf = state: evaluate { inherit root; inherit (state) dot; variables = known state.scopes; };

  step = state: node:
    if node ? text then state // { out = state.out + node.text; }
    else if node ? output then state // { out = state.out + print (valueOf state node.output); }
    else if node ? set then set state node
    else blocks.${node.block} state node;

  set = state: node:
    let value = valueOf state node.value; in
    if node.declares then state // { scopes = declare node.set value state.scopes; }
    else if known state.scopes node.set == null then fail "the template variable ‘${node.set}’ is not known"
    else state // { scopes = assign node.set value state.scopes; };

  # Nodes in a scope of their own: what they write and what they change outside stays.
  inside = state: { dot, declared }: nodes:
    let
      scope = foldl' (scopes: { name, value }: declare name value scopes) ([ { } ] ++ state.scopes) declared;
      after = foldl' step (state // { inherit dot; scopes = scope; }) nodes;
    in
    state // { inherit (after) out; scopes = builtins.tail after.scopes; };

  named = names: values: imap0 (index: name: { inherit name; value = builtins.elemAt values index; }) names;

  choose = changesDot: state: node:
    let
      value = valueOf state node.value;
      isChosen = !(isEmpty value);
    in
    inside state
      { dot = if changesDot && isChosen then value else state.dot; declared = named node.names [ value ]; }
      (if isChosen then node.body else node.otherwise);

  range = state: node:
    let
      value = valueOf state node.value;
      rows =
        if value == null then [ ]
        else if builtins.isList value then imap0 (key: item: { inherit key item; }) value
        else if builtins.isAttrs value then mapAttrsToList (key: item: { inherit key item; }) value
        else if builtins.isInt value then builtins.genList (item: { key = item; inherit item; }) value
        else fail "‘range’ wants a list or an attribute set, not ${show value}";
      once = state: { key, item }:
        inside state
          { dot = item; declared = named node.names (if builtins.length node.names == 1 then [ item ] else [ key item ]); }
          node.body;
    in
    if rows == [ ] then inside state { inherit (state) dot; declared = [ ]; } node.otherwise
    else foldl' once state rows;

  blocks = { "if" = choose false; "with" = choose true; inherit range; };
in
nodes: (foldl' step { out = ""; dot = root; scopes = [ { } ]; } nodes).out
