# Choosing and comparing. Empty means what it means for template languages (value.nix).
{ lib }:
let
  inherit (lib) findFirst last;
  inherit (import ../../value.nix { inherit lib; }) isEmpty;

  one = of: { arity = 1; inherit of; };
  two = of: { arity = 2; inherit of; };
in
{
  table = { fail, ... }: {
    default = two (fallback: value: if isEmpty value then fallback else value);
    coalesce = { any = 1; of = findFirst (value: !isEmpty value) null; };
    empty = one isEmpty;
    required = two (message: value: if value == null || value == "" then fail message else value);
    ternary = { arity = 3; of = yes: no: condition: if condition then yes else no; };
    eq = two (a: b: a == b);
    ne = two (a: b: a != b);
    not = one isEmpty;
    and = { any = 1; of = list: findFirst isEmpty (last list) list; };
    or = { any = 1; of = list: findFirst (value: !isEmpty value) (last list) list; };
  };
}
