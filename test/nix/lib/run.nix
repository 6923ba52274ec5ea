# Runs cases/<part>.nix against a lib: { results; uncovered; }, per part.
#
# A case file is { lib, throws }: → { <function> = f: [ [ got expected ] … ]; }, where `f` is the
# function and `throws` stands for "evaluation fails".
{
  lib,
  # Which cases: { <file> = [ function ]; }, where null stands for all functions.
  only ? null,
}:
let
  throws = "‹throws›";
  files = builtins.readDir ./cases;
  all =
    if only != null then
      builtins.attrNames only
    else
      map (name: builtins.head (builtins.match "(.*)\\.nix" name)) (builtins.attrNames files);

  # strings-join.nix and strings-split.nix both hold cases of lib.strings.
  partOf = file: builtins.head (builtins.match "([A-Za-z]+).*" file);

  # Values that JSON cannot show are shown by what they are.
  show =
    value:
    if builtins.isFunction value then
      "‹function›"
    else if builtins.isList value then
      map show value
    else if builtins.isAttrs value && !(value ? outPath) && !(value ? __toString) then
      builtins.mapAttrs (_: show) value
    else if builtins.isPath value then
      toString value
    else
      value;

  run =
    pair:
    let
      got = builtins.tryEval (
        let
          shown = show (builtins.elemAt pair 0);
        in
        builtins.deepSeq shown shown
      );
    in
    {
      got = if got.success then got.value else throws;
      expected = show (builtins.elemAt pair 1);
    };

  casesOf =
    file:
    let
      cases = import (./cases + "/${file}.nix") { inherit lib throws; };
    in
    if only.${file} or null == null then
      cases
    else
      builtins.intersectAttrs (lib.genAttrs only.${file} (_: null)) cases;
  results = builtins.listToAttrs (
    map (file: {
      name = file;
      value = builtins.mapAttrs (
        name: cases: map run (cases lib.${partOf file}.${name})
      ) (casesOf file);
    }) all
  );

  covered = builtins.zipAttrsWith (_: builtins.foldl' (a: b: a // b) { }) (
    map (file: { ${partOf file} = casesOf file; }) all
  );
  isProvided = part: name: (builtins.tryEval lib.${part}.${name}).success;
  internal = { modules.internal = true; };
in
{
  inherit results;
  uncovered = builtins.mapAttrs (
    part: cases:
    builtins.filter (
      name: isProvided part name && !(cases ? ${name}) && !((internal.${part} or { }) ? ${name})
    ) (builtins.attrNames lib.${part})
  ) covered;
}
