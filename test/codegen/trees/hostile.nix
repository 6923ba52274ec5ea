# Option trees that break careless readers: broken defaults, recursion, odd names, cyclic values.
{ lib }:
let
  inherit (lib) mkOption types;

  # One value that holds itself, as a module set and as a module function.
  bySet = types.submodule { options.next = mkOption { type = types.nullOr bySet; default = null; }; };
  byFunction = types.submodule (
    { name, ... }: {
      options.children = mkOption { type = types.attrsOf byFunction; default = { }; };
    }
  );
  # A function that ends, and one that repeats itself: neither of these types holds itself.
  finite =
    depth:
    types.submodule {
      options.next = mkOption { type = if depth == 0 then types.int else finite (depth - 1); };
    };
  endless = depth: types.submodule {
    options.next = mkOption { type = types.listOf (endless (depth + 1)); };
    options.mast = mkOption { type = types.int; };
  };
  cyclic = { self = cyclic; };
in
{
  broken = {
    throws = mkOption { type = types.int; default = throw "no"; };
    missingAttribute = mkOption { type = types.int; default = { }.missing; };
    infinite = mkOption { type = types.int; default = let x = x; in x; };
    function = mkOption { type = types.functionTo types.int; default = x: x; };
    nested = mkOption { type = types.anything; default = { deep = [ (x: x) ]; }; };
    cyclic = mkOption { type = types.raw; default = cyclic; };
    package = mkOption {
      type = types.package;
      default = { type = "derivation"; name = "crane-1"; outPath = throw "built"; };
    };
    fine = mkOption { type = types.int; default = 3; example = 4; };
    told = mkOption { type = types.int; default = throw "no"; defaultText = { _type = "literalExpression"; text = "config.x"; }; };
    exampleThrows = mkOption { type = types.int; example = throw "no"; };
  };
  names = {
    "" = mkOption { type = types.int; };
    "10" = mkOption { type = types.int; };
    "9" = mkOption { type = types.int; };
    __proto__ = mkOption { type = types.int; };
    constructor = mkOption { type = types.int; };
    "it's \"quoted\" \\ ~/ \${x}" = mkOption { type = types.int; };
    "line\nfeed" = mkOption { type = types.int; };
    class = mkOption { type = types.submodule { options.x = mkOption { type = types.int; }; }; };
    "né-😀" = mkOption { type = types.submodule { options.x = mkOption { type = types.int; }; }; };
    "+++" = mkOption { type = types.submodule { options.x = mkOption { type = types.int; }; }; };
  };
  collide = {
    foo-bar.x = mkOption { type = types.int; };
    fooBar.x = mkOption { type = types.int; };
    foo = mkOption { type = types.submodule { options.x = mkOption { type = types.int; }; }; };
    foo-input = mkOption { type = types.submodule { options.x = mkOption { type = types.int; }; }; };
  };
  recursion = {
    bySet = mkOption { type = bySet; };
    byFunction = mkOption { type = byFunction; };
    finite = mkOption { type = finite 3; };
    endless = mkOption { type = endless 0; };
  };
  throwing = mkOption { type = types.submodule { options.cargo = mkOption { type = throw "which cargo?"; description = throw "which cargo?"; }; }; };
  docs.option = mkOption {
    type = types.int;
    internal = true;
    readOnly = true;
    default = 1;
    description = ''

      Ends */ the comment, {option}`has.a.role`, <literal>docbook</literal>.

      @tag at the start
      ::: {.note}
      text
      :::
    '';
  };
  untyped = mkOption { };
  applied = mkOption { type = types.int; apply = toString; };
}
