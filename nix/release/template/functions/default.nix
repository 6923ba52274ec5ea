/* The functions of template strings: name → { arity; of; } or, for any number of arguments, { any; of; } with the
   least number, `of` taking the list. A pipe hands its value over as the last argument. */
{ lib }:
let
  text = import ./text.nix { inherit lib; };
  logic = import ./logic.nix { inherit lib; };
  encoding = import ./encoding.nix { inherit lib; };
  collection = import ./collection.nix { inherit lib; };
  library = import ./library.nix { inherit lib; };
in
{
  inherit (text) print;

  table = environment:
    text.table environment
    // encoding.table environment
    // logic.table environment
    // collection.table environment
    // library.table environment;
}
