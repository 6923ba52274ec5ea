# Functions on lists and attribute sets.
{ lib }:
let
  inherit (lib) concatMapStringsSep foldl' head last splitString;
  inherit (import ./text.nix { inherit lib; }) print;

  one = of: { arity = 1; inherit of; };
  two = of: { arity = 2; inherit of; };

  step = value: key: if builtins.isInt key then builtins.elemAt value key else value.${key} or null;
in
{
  table = _environment: {
    list = { any = 0; of = values: values; };
    first = one head;
    last = one last;
    join = two (separator: concatMapStringsSep separator print);
    splitList = two splitString;
    get = two (set: key: set.${key} or "");
    hasKey = two (set: key: set ? ${key});
    index = { any = 1; of = arguments: foldl' step (head arguments) (builtins.tail arguments); };
    len = one (value:
      if builtins.isList value then builtins.length value
      else if builtins.isAttrs value then builtins.length (builtins.attrNames value)
      else builtins.stringLength (print value));
  };
}
