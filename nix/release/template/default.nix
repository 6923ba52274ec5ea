/* Template strings in values: `{{ .Release.Name }}-config`. The part of Go's template language and of Sprig's functions
   that values files use; a string that asks for more is an error which says so.

     segments.nix    text → text and actions
     statements.nix  actions → a tree: if, with, range, variables, pipelines
     parse.nix       one pipeline → a tree
     run.nix         the tree → text; evaluate.nix values a pipeline, functions/ holds its functions

     text ctx path string   the evaluated string
     deep ctx path value    every string (and name) below a value evaluated */
{ lib }:
let
  inherit (lib) imap0 mapAttrs' nameValuePair;
  run = import ./run.nix { inherit lib; };
  root = import ./root.nix { inherit lib; };
  statements = import ./statements.nix { inherit lib; };
  inherit (import ../value.nix { inherit lib; }) showPath;
  inherit (import ./segments.nix { inherit lib; }) segments isTemplate;

  text = ctx: path: string: within ctx path (root ctx) string;

  within = ctx: path: from: string:
    if !(isTemplate string) then string
    else
      let
        fail = message: throw "release ‘${ctx.release.name}’: ${showPath ([ "values" ] ++ path)}: ${message}";
      in
      run { inherit ctx fail; root = from; tpl = within ctx path; } (statements fail (segments fail string));

  deep = ctx: path: value:
    if builtins.isString value then text ctx path value
    else if builtins.isList value then imap0 (index: deep ctx (path ++ [ index ])) value
    else if builtins.isAttrs value
    then mapAttrs' (name: inner: nameValuePair (text ctx path name) (deep ctx (path ++ [ name ]) inner)) value
    else value;
in
{
  inherit text deep;
}
