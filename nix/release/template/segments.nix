# Cuts a template string into text and actions: [ { text; } { action; } … ].
{ lib }:
let
  inherit (lib) concatLists filter head imap0;

  # Without patterns: these look at whole files, and Nix 2.8 matches long strings recursively.
  isTemplate = string: builtins.replaceStrings [ "{{" ] [ "" ] string != string;
  pieces = mark: string: filter builtins.isString (builtins.split mark string);

  # "Release.Name }} rest" → the action and what follows it.
  cut = fail: piece:
    let
      parts = pieces "}}" piece;
      action = head parts;
      length = builtins.stringLength action;
      trimsBefore = builtins.match "-[[:space:]]" (builtins.substring 0 2 action) != null;
      trimsAfter = builtins.match "[[:space:]]-" (builtins.substring (length - 2) 2 action) != null;
      from = if trimsBefore then 1 else 0;
      to = if trimsAfter then length - 1 else length;
    in
    if builtins.length parts == 1 then fail "the template action ‘{{${shorten piece}’ has no closing ‘}}’"
    else if length > 1000 then fail "a template action of ${toString length} characters is too long"
    else {
      inherit trimsBefore trimsAfter;
      action = builtins.substring from (to - from) action;
      text = builtins.concatStringsSep "}}" (builtins.tail parts);
    };

  shorten = text: builtins.substring 0 40 text;

  blanks = [ " " "\t" "\n" "\r" ];
  character = index: text: builtins.substring index 1 text;

  trimStart = text: dropWhile 0 text;
  dropWhile = index: text:
    if builtins.elem (character index text) blanks then dropWhile (index + 1) text
    else builtins.substring index (-1) text;

  trimEnd = text: keepUntil (builtins.stringLength text) text;
  keepUntil = end: text:
    if end > 0 && builtins.elem (character (end - 1) text) blanks then keepUntil (end - 1) text
    else builtins.substring 0 end text;
in
{
  inherit isTemplate;

  segments = fail: string:
    let
      parts = pieces "\\{\\{" string;
      cuts = map (cut fail) (builtins.tail parts);
      trimsAfter = index: index < builtins.length cuts && (builtins.elemAt cuts index).trimsBefore;
      clean = index: text: if trimsAfter index then trimEnd text else text;
    in
    [ { text = clean 0 (head parts); } ]
    ++ concatLists (imap0
      (index: found: [
        { inherit (found) action; }
        { text = clean (index + 1) (if found.trimsAfter then trimStart found.text else found.text); }
      ])
      cuts);
}
