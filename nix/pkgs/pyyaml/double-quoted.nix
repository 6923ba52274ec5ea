# Text in double quotes: escapes, and lines broken with a backslash.
{ lib }:
let
  inherit (lib) genList;
  inherit (import ./text.nix { inherit lib; }) spaces walk;
  units = import ./escapes.nix { inherit lib; };
  limit = 80;
in
{ indent, column, split }: string:
let
  list = units string;
  count = builtins.length list;
  at = builtins.elemAt list;
  lineEnd = "\\\n" + spaces indent;

  # A line may end here: not at the first character, not before the last.
  foldable = index: unit: split && index > 0 && (index < count - 1 || unit.width > 1);
  followsEscape = index: (at (index - 1)).escape != null;
  precedesBlank = index: index < count - 1 && (at (index + 1)).text == " ";

  step = position: index:
    let unit = at index; in
    if unit.escape != null then afterwards index unit (position + builtins.stringLength unit.escape)
    else if position <= limit || !(foldable index unit) then { next = position + unit.width; out = unit.text; }
    # A blank that begins a line is escaped, or it would be taken for indentation.
    else if unit.text == " " then { next = indent + 2; out = lineEnd + "\\ "; }
    else if followsEscape index then { next = indent + unit.width; out = lineEnd + unit.text; }
    else { next = position + unit.width; out = unit.text; };

  afterwards = index: unit: end:
    if end - 1 <= limit || !(foldable index unit) then { next = end; out = unit.escape; }
    else if precedesBlank index then { next = indent + 1; out = unit.escape + lineEnd + "\\"; }
    else { next = indent; out = unit.escape + lineEnd; };
in
"\"" + walk step (column + 1) (genList (index: index) count) + "\""
