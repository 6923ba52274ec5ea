/* Values the tree of a pipeline (parse.nix).
   root: what `$` means; dot: what `.` means; variables: name of a variable → value, null for one that is not known. */
{ lib }:
let
  inherit (lib) foldl';
  functions = import ./functions { inherit lib; };

  show = names: ".${builtins.concatStringsSep "." names}";
in
{ ctx, fail, tpl }:
let
  # A name that is missing at the end is null; on the way there it is an error, as in Helm.
  lookup = names: from: foldl'
    (set: name:
      if builtins.isAttrs set then set.${name} or null
      else fail "‘${show names}’: there is nothing to look ‘${name}’ up in")
    from
    names;

  table = functions.table { inherit ctx fail tpl; };

  instead = name:
    let near = builtins.filter (known: builtins.stringLength known > 3 && lib.strings.levenshtein name known <= 1) (builtins.attrNames table); in
    if near == [ ] then "write it in Nix" else "did you mean ${builtins.concatStringsSep " or " near}?";

  call = name: arguments:
    let
      function = table.${name} or (fail "the template function ‘${name}’ is not known; ${instead name}");
      given = builtins.length arguments;
    in
    if function ? any then
      (if given < function.any then fail "the template function ‘${name}’ needs at least ${toString function.any} arguments" else function.of arguments)
    else if given != function.arity
    then fail "the template function ‘${name}’ needs ${toString function.arity} arguments, got ${toString given}"
    else foldl' (partial: argument: partial argument) function.of arguments;
in
{ root, dot, variables }:
let
  evaluate = tree:
    if tree ? literal then tree.literal
    else if tree ? root then lookup tree.root root
    else if tree ? variable then lookup tree.access (variable tree.variable)
    else if tree ? method then method tree
    else if tree ? field then lookup tree.field dot
    else if tree ? access then lookup tree.access (evaluate tree.of)
    else call tree.call (map evaluate tree.arguments);

  variable = name: (variables name).value or (fail "the template variable ‘${name}’ is not known");

  method = { method, arguments }:
    let function = evaluate method; in
    if builtins.isFunction function && builtins.length arguments == 1 then function (evaluate (builtins.head arguments))
    else fail "‘${show (method.field or method.root or [ ])}’ takes no arguments";
in
evaluate
