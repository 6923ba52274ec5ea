# Functions on text and numbers.
{ lib }:
let
  inherit (lib) concatMapStringsSep filter hasInfix hasPrefix hasSuffix removePrefix removeSuffix replicate splitString toLower toUpper;

  floats = import ../../../floats;

  # A value as it appears in text: null is nothing, lists and sets look as Go prints them.
  print = value:
    if value == null then ""
    else if builtins.isString value then value
    else if builtins.isBool value then (if value then "true" else "false")
    else if builtins.isList value then "[${concatMapStringsSep " " print value}]"
    else if builtins.isAttrs value
    then "map[${concatMapStringsSep " " (name: "${name}:${print value.${name}}") (builtins.attrNames value)}]"
    else if builtins.isFloat value then floats.go value
    else builtins.toJSON value;

  # A number, also one that is written as text.
  number = fail: value:
    let isNumeral = builtins.isString value && builtins.match "-?(0|[1-9][0-9]*)([.][0-9]+)?" value != null; in
    if builtins.isInt value || builtins.isFloat value then value
    else if isNumeral then builtins.fromJSON value
    else if value == null || value == "" then 0
    else fail "${show value} is no number";

  # Without its fraction: towards zero.
  whole = fail: value:
    let given = number fail value; in
    if builtins.isInt given then given
    else if given < 0 then 0 - builtins.floor (0 - given)
    else builtins.floor given;

  title = text:
    let
      word = part: toUpper (builtins.substring 0 1 part) + builtins.substring 1 (-1) part;
    in
    concatMapStringsSep " " word (splitString " " text);

  # Both ends without the characters of `marks`.
  trimMarks = marks: text:
    let length = builtins.stringLength text; in
    if length == 0 then text
    else if hasInfix (builtins.substring 0 1 text) marks then trimMarks marks (builtins.substring 1 length text)
    else if hasInfix (builtins.substring (length - 1) 1 text) marks then trimMarks marks (builtins.substring 0 (length - 1) text)
    else text;

  inherit (import ../../value.nix { inherit lib; }) show;

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

  # Values one behind the other, as Go's Sprint: blanks only between two that are no text.
  sprint = values: lib.concatStrings (lib.imap0
    (index: value:
      let isApart = index > 0 && !builtins.isString value && !builtins.isString (builtins.elemAt values (index - 1)); in
      (if isApart then " " else "") + print value)
    values);

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

  table = { fail, ... }:
    let
      int = whole fail;
      arithmetic = of: two (a: b: of (int a) (int b));
      divided = of: two (a: b: if int b == 0 then fail "a division by zero" else of (int a) (int b));
    in
    {
    quote = { any = 1; of = concatMapStringsSep " " quote; };
    squote = one (value: "'${print value}'");
    upper = one (value: toUpper (print value));
    lower = one (value: toLower (print value));
    trim = one (value: trim (print value));
    trimSuffix = two (suffix: value: removeSuffix suffix (print value));
    trimPrefix = two (prefix: value: removePrefix prefix (print value));
    trunc = two (count: value: truncate (int count) (print value));
    replace = three (from: to: value: builtins.replaceStrings [ (print from) ] [ (print to) ] (print value));
    hasPrefix = two (prefix: value: hasPrefix prefix (print value));
    hasSuffix = two (suffix: value: hasSuffix suffix (print value));
    contains = two (part: value: builtins.replaceStrings [ part ] [ "" ] (print value) != print value);
    indent = two (width: value: indent width (print value));
    nindent = two (width: value: "\n" + indent width (print value));
    toString = one print;
    print = { any = 1; of = sprint; };
    printf = { any = 1; of = list: format fail (builtins.head list) (builtins.tail list); };
    title = one (value: title (print value));
    nospace = one (value: builtins.replaceStrings [ " " "\t" "\n" "\r" ] [ "" "" "" "" ] (print value));
    trimAll = two (marks: value: trimMarks (print marks) (print value));
    repeat = two (count: value: lib.concatStrings (replicate (int count) (print value)));
    substr = three (from: to: value: builtins.substring (lib.max 0 (int from)) (int to - lib.max 0 (int from)) (print value));
    cat = { any = 1; of = values: concatMapStringsSep " " print (filter (value: value != null) values); };
    int = one int;
    int64 = one int;
    atoi = one int;
    float64 = one (value: 1.0 * number fail value);
    add = { any = 1; of = lib.foldl' (sum: value: sum + int value) 0; };
    mul = { any = 1; of = lib.foldl' (product: value: product * int value) 1; };
    max = { any = 1; of = values: lib.foldl' (most: value: lib.max most (int value)) (int (builtins.head values)) values; };
    min = { any = 1; of = values: lib.foldl' (least: value: lib.min least (int value)) (int (builtins.head values)) values; };
    sub = arithmetic builtins.sub;
    div = divided builtins.div;
    mod = divided (a: b: a - b * (a / b));
    toJson = one (import ./to-json.nix);
    toYaml = one (import ./to-yaml.nix { inherit lib; });
  };
}
