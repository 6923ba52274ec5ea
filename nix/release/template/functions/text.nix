# Functions on text and numbers.
{ lib }:
let
  inherit (lib) concatMapStringsSep filter hasPrefix hasSuffix removePrefix removeSuffix replicate splitString toLower toUpper;

  # A value as it appears in text: null is nothing.
  print = value:
    if value == null then ""
    else if builtins.isString value then value
    else if builtins.isBool value then (if value then "true" else "false")
    else builtins.toJSON value;

  one = of: { arity = 1; inherit of; };
  two = of: { arity = 2; inherit of; };
  three = of: { arity = 3; inherit of; };

  quote = value: if value == null then "" else builtins.toJSON (print value);

  blanks = text: builtins.elem text [ " " "\t" "\n" "\r" ];
  trim = text:
    let length = builtins.stringLength text; in
    if length == 0 then text
    else if blanks (builtins.substring 0 1 text) then trim (builtins.substring 1 length text)
    else if blanks (builtins.substring (length - 1) 1 text) then trim (builtins.substring 0 (length - 1) text)
    else text;

  truncate = count: text:
    let length = builtins.stringLength text; in
    if count >= 0 then builtins.substring 0 count text
    else builtins.substring (if length + count > 0 then length + count else 0) length text;

  indent = width: text:
    let pad = lib.concatStrings (replicate width " "); in
    concatMapStringsSep "\n" (line: pad + line) (splitString "\n" text);

  # %s, %v, %d, %q and %%; anything else is refused.
  format = fail: pattern: arguments:
    let
      pieces = filter builtins.isString (builtins.split "%" pattern);
      step = state: piece:
        if state.literal then { literal = false; inherit (state) rest; out = state.out + piece; }
        else if piece == "" then { literal = true; inherit (state) rest; out = state.out + "%"; }
        else
          let
            verb = builtins.substring 0 1 piece;
            value = if state.rest == [ ] then fail "printf ‘${pattern}’ has more verbs than arguments" else builtins.head state.rest;
            shown =
              if builtins.elem verb [ "s" "v" "d" ] then print value
              else if verb == "q" then quote value
              else fail "printf knows %s, %v, %d, %q and %%, not ‘%${verb}’";
          in
          { literal = false; rest = builtins.tail state.rest; out = state.out + shown + builtins.substring 1 (-1) piece; };
      start = { literal = false; rest = arguments; out = builtins.head pieces; };
    in
    (lib.foldl' step start (builtins.tail pieces)).out;
in
{
  inherit print;

  table = { fail, ... }: {
    quote = { any = 1; of = concatMapStringsSep " " quote; };
    squote = one (value: "'${print value}'");
    upper = one (value: toUpper (print value));
    lower = one (value: toLower (print value));
    trim = one (value: trim (print value));
    trimSuffix = two (suffix: value: removeSuffix suffix (print value));
    trimPrefix = two (prefix: value: removePrefix prefix (print value));
    trunc = two (count: value: truncate count (print value));
    replace = three (from: to: value: builtins.replaceStrings [ from ] [ to ] (print value));
    hasPrefix = two (prefix: value: hasPrefix prefix (print value));
    hasSuffix = two (suffix: value: hasSuffix suffix (print value));
    contains = two (part: value: builtins.replaceStrings [ part ] [ "" ] (print value) != print value);
    indent = two (width: value: indent width (print value));
    nindent = two (width: value: "\n" + indent width (print value));
    toString = one print;
    print = { any = 1; of = concatMapStringsSep "" print; };
    printf = { any = 1; of = list: format fail (builtins.head list) (builtins.tail list); };
    sha256sum = one (value: builtins.hashString "sha256" (print value));
    int = one (value: if builtins.isString value then builtins.fromJSON value else value);
    add = { any = 2; of = lib.foldl' builtins.add 0; };
    sub = two (a: b: a - b);
    mul = { any = 2; of = lib.foldl' builtins.mul 1; };
    toJson = one builtins.toJSON;
  };
}
