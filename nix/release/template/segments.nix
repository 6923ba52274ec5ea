# Cuts a template string into text and actions: [ { text; } { action; } … ].
{ lib }:
let
  inherit (lib) concatLists filter head imap0;

  # Without patterns: these look at whole files, and Nix 2.8 matches long strings recursively.
  isTemplate = string: builtins.replaceStrings [ "{{" ] [ "" ] string != string;
  pieces = mark: string: filter builtins.isString (builtins.split mark string);

  # Whether all quotes of a text are closed; marks inside quotes do not end an action.
  isClosed = text:
    let
      plain = builtins.replaceStrings [ "\\\\" "\\\"" ] [ "" "" ] text;
      count = mark: builtins.length (pieces mark plain) - 1;
      isEven = number: number / 2 * 2 == number;
    in
    isEven (count "\"") && isEven (count "`");

  # The first items of `parts` that make a closed text when joined by `mark`, as one item, and the others.
  gather = mark: parts:
    let
      first = head parts;
      rest = builtins.tail parts;
    in
    if rest == [ ] || isClosed first then parts
    else gather mark ([ "${first}${mark}${head rest}" ] ++ builtins.tail rest);

  # `{{` inside the quotes of an action begins no other action.
  whole = parts:
    let
      isAction = isClosed (head (gather "}}" (pieces "}}" (head parts))));
      joined = [ "${head parts}{{${head (builtins.tail parts)}" ] ++ builtins.tail (builtins.tail parts);
    in
    if parts == [ ] then [ ]
    else if isAction || builtins.tail parts == [ ] then [ (head parts) ] ++ whole (builtins.tail parts)
    else whole joined;

  # "Release.Name }} rest" → the action and what follows it.
  cut = fail: piece:
    let
      parts = gather "}}" (pieces "}}" piece);
      action = head parts;
      length = builtins.stringLength action;
      trimsBefore = builtins.match "-[[:space:]]" (builtins.substring 0 2 action) != null;
      trimsAfter = builtins.match "[[:space:]]-" (builtins.substring (lib.max 0 (length - 2)) 2 action) != null;
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
      cuts = map (cut fail) (whole (builtins.tail parts));
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
