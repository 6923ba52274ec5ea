# mkIf, mkMerge, mkOverride and mkOrder of the module system, applied to values inside resources. Resources
# are freeform, so the module system itself never looks below their first level.
{ lib }:
let
  inherit (builtins) any concatMap elem filter foldl' isAttrs isBool sort;
  inherit (lib) showOption;

  kinds = [ "if" "merge" "override" "order" "definition" ];

  # A definition as the module system has it, { file, value }, becomes a list of the same with the priority
  # and order that were wrapped around each value.
  discharge = loc: priority: order: file: value:
    let kind = value._type; in
    if !(isProperty value) then [ { inherit file value priority order; } ]
    else if kind == "merge" then concatMap (discharge loc priority order file) value.contents
    else if kind == "override" then discharge loc value.priority order file value.content
    else if kind == "order" then discharge loc priority value.priority file value.content
    else if kind == "definition" then discharge loc priority order value.file value.value
    else if !(isBool value.condition) then
      throw "${showOption loc} (in ${file}): the condition of mkIf must be true or false."
    else if value.condition then discharge loc priority order file value.content
    else [ ];

  isProperty = value: isAttrs value && value ? _type && elem value._type kinds;

  strongest = definitions: foldl' (best: def: if def.priority < best then def.priority else best) 10000 definitions;

  inOrder = definitions:
    if any (def: def.order != defaultOrder) definitions
    then sort (a: b: a.order < b.order) definitions
    else definitions;

  defaultPriority = 100;
  defaultOrder = 1000;
in
{
  inherit isProperty;

  # The definitions that count, in order; [ ] when every one is switched off. One that is weaker than
  # `weakest` does not count at all.
  resolve = { loc, weakest ? 10000 }: definitions:
    if !(any (def: isProperty def.value) definitions) then definitions
    else
      let
        all = concatMap (def: discharge loc defaultPriority defaultOrder def.file def.value) definitions;
        best = strongest all;
      in
      if best > weakest then [ ] else inOrder (filter (def: def.priority == best) all);
}
