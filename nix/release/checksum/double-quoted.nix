# Double quotes as Go's YAML writes them: behind column 80 a blank becomes a line break.
{ lib }:
let
  inherit (lib) genList;
  inherit (import ../../pkgs/pyyaml/text.nix { inherit lib; }) spaces walk;
  units = import ../../pkgs/pyyaml/escapes.nix { inherit lib; };
  limit = 80;
in
{ indent, column, split }: string:
let
  list = units string;
  count = builtins.length list;
  at = builtins.elemAt list;
  isBlank = index: index >= 0 && index < count && (at index).text == " ";
  foldable = index: split && index > 0 && index < count - 1 && isBlank index && !(isBlank (index - 1));
  backslash = index: if isBlank (index + 1) then "\\" else "";

  step = position: index:
    let
      unit = at index;
      out = if unit.escape != null then unit.escape else unit.text;
      width = if unit.escape != null then builtins.stringLength unit.escape else unit.width;
    in
    if foldable index && position > limit
    then { next = indent + builtins.stringLength (backslash index); out = "\n" + spaces indent + backslash index; }
    else { next = position + width; inherit out; };
in
"\"" + walk step (column + 1) (genList (index: index) count) + "\""
