/* Template strings in values: `{{ .Release.Name }}-config`. A small part of Go's template language: pipelines of
   fields, literals, parentheses and the functions of functions.nix. No variables, no control structures: a Nix
   author has Nix for that, and a string that asks for more is an error which says what to write instead.

     text ctx path string   the evaluated string
     deep ctx path value    every string (and name) below a value evaluated */
{ lib }:
let
  inherit (lib) concatStrings imap0 mapAttrs' nameValuePair;
  evaluator = import ./evaluate.nix { inherit lib; };
  parse = import ./parse.nix { inherit lib; };
  inherit (import ../value.nix { inherit lib; }) showPath;
  inherit (import ./segments.nix { inherit lib; }) segments isTemplate;

  text = ctx: path: string:
    if !(isTemplate string) then string
    else
      let
        fail = message: throw "release ‘${ctx.release.name}’: ${showPath ([ "values" ] ++ path)}: ${message}";
        evaluate = evaluator { inherit ctx fail; tpl = text ctx path; };
        segment = part:
          if part ? text then part.text
          else evaluator.print (evaluate (parse { inherit fail; source = part.action; }));
      in
      concatStrings (map segment (segments fail string));

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
