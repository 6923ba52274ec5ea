# Choosing and comparing. Empty means what it means for template languages (value.nix).
{ lib }:
let
  inherit (lib) findFirst last;
  inherit (import ../../value.nix { inherit lib; }) isEmpty show;

  one = of: { arity = 1; inherit of; };
  two = of: { arity = 2; inherit of; };
in
{
  table = { fail, ... }:
    let
      # Two numbers or two texts; anything else has no order.
      compare = name: of: two (a: b:
        if (builtins.isString a && builtins.isString b) || (isNumber a && isNumber b) then of a b
        else fail "‘${name}’ compares two numbers or two texts, not ${show a} and ${show b}");
      isNumber = value: builtins.isInt value || builtins.isFloat value;
      kind = value:
        if value == null then "invalid"
        else { set = "map"; list = "slice"; float = "float64"; }.${builtins.typeOf value} or (builtins.typeOf value);
      ternary = yes: no: condition:
        if !builtins.isBool condition then fail "‘ternary’ wants true or false, not ${show condition}"
        else if condition then yes else no;
    in
    {
    default = two (fallback: value: if isEmpty value then fallback else value);
    coalesce = { any = 1; of = findFirst (value: !isEmpty value) null; };
    empty = one isEmpty;
    fail = one fail;
    required = two (message: value: if value == null || value == "" then fail message else value);
    ternary = { arity = 3; of = ternary; };
    gt = compare "gt" (a: b: a > b);
    ge = compare "ge" (a: b: a >= b);
    lt = compare "lt" (a: b: a < b);
    le = compare "le" (a: b: a <= b);
    # With more than two: whether the first equals any of the others.
    eq = { any = 2; of = list: builtins.elem (builtins.head list) (builtins.tail list); };
    ne = two (a: b: a != b);
    kindOf = one kind;
    kindIs = two (name: value: kind value == name);
    not = one isEmpty;
    and = { any = 1; of = list: findFirst isEmpty (last list) list; };
    or = { any = 1; of = list: findFirst (value: !isEmpty value) (last list) list; };
  };
}
