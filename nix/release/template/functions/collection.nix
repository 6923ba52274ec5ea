# Functions on lists and attribute sets.
{ lib }:
let
  inherit (lib) concatMap concatMapStringsSep filter foldl' genAttrs head imap0 init last listToAttrs recursiveUpdate reverseList splitString unique;
  inherit (import ../../value.nix { inherit lib; }) isEmpty show;
  inherit (import ./text.nix { inherit lib; }) print;

  one = of: { arity = 1; inherit of; };
  two = of: { arity = 2; inherit of; };
in
{
  table = { fail, ... }:
    let
      list = name: value: if builtins.isList value then value else fail "‘${name}’ wants a list, not ${show value}";
      filled = name: value:
        if list name value == [ ] then fail "‘${name}’ wants a list that is not empty" else value;
      set = name: value: if builtins.isAttrs value then value else fail "‘${name}’ wants an attribute set, not ${show value}";

      named = names: genAttrs (map print names) (_name: null);

      step = value: key:
        if builtins.isInt key
        then
          (if key >= 0 && key < builtins.length (list "index" value) then builtins.elemAt value key
          else fail "‘index’: there is no item ${toString key}")
        else (set "index" value).${print key} or null;

      # dig "a" "b" FALLBACK SET
      dig = arguments:
        let
          count = builtins.length arguments;
          path = map print (lib.take (count - 2) arguments);
          fallback = builtins.elemAt arguments (count - 2);
        in
        lib.attrByPath path fallback (set "dig" (last arguments));

      dict = arguments:
        if arguments == [ ] then { }
        else { ${print (head arguments)} = if builtins.length arguments == 1 then "" else builtins.elemAt arguments 1; }
          // dict (lib.drop 2 arguments);
    in
    {
      list = { any = 0; of = values: values; };
      tuple = { any = 0; of = values: values; };
      dict = { any = 0; of = dict; };
      first = one (value: head (filled "first" value));
      last = one (value: last (filled "last" value));
      uniq = one (value: unique (list "uniq" value));
      join = two (separator: value:
        if builtins.isList value then concatMapStringsSep (print separator) print value else print value);
      # As attributes _0, _1, …
      split = two (separator: value: listToAttrs (imap0
        (index: part: { name = "_${toString index}"; value = part; })
        (splitString (print separator) (print value))));
      splitList = two (separator: value: splitString (print separator) (print value));
      get = two (from: key: (set "get" from).${print key} or "");
      keys = { any = 1; of = sets: concatMap (given: builtins.attrNames (set "keys" given)) sets; };
      values = one (given: builtins.attrValues (set "values" given));
      pick = { any = 1; of = list': builtins.intersectAttrs (named (builtins.tail list')) (set "pick" (head list')); };
      omit = { any = 1; of = list': removeAttrs (set "omit" (head list')) (map print (builtins.tail list')); };
      # Of several values for one name the first counts, or the last.
      merge = { any = 1; of = sets: foldl' (all: given: recursiveUpdate (set "merge" given) all) { } sets; };
      mergeOverwrite = { any = 1; of = foldl' (all: given: recursiveUpdate all (set "mergeOverwrite" given)) { }; };
      append = two (values: item: list "append" values ++ [ item ]);
      prepend = two (values: item: [ item ] ++ list "prepend" values);
      concat = { any = 1; of = concatMap (list "concat"); };
      has = two (item: values: builtins.elem item (list "has" values));
      without = { any = 1; of = list': filter (item: !(builtins.elem item (builtins.tail list'))) (list "without" (head list')); };
      compact = one (values: filter (item: !(isEmpty item)) (list "compact" values));
      reverse = one (values: reverseList (list "reverse" values));
      rest = one (values: builtins.tail (filled "rest" values));
      initial = one (values: init (filled "initial" values));
      sortAlpha = one (values: builtins.sort (a: b: a < b) (map print (list "sortAlpha" values)));
      until = one (count: builtins.genList (index: index) (if builtins.isInt count then count else fail "‘until’ wants a whole number, not ${show count}"));
      hasKey = two (from: key: set "hasKey" from ? ${print key});
      dig = { any = 3; of = dig; };
      index = { any = 1; of = arguments: foldl' step (head arguments) (builtins.tail arguments); };
      len = one (value:
        if builtins.isList value then builtins.length value
        else if builtins.isAttrs value then builtins.length (builtins.attrNames value)
        else builtins.stringLength (print value));
    };
}
