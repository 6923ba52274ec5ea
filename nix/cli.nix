# What the command line evaluates outside flakes. `project` is an absolute folder; `only` and `exclude` are
# JSON: patterns of modules (POSIX extended, null for all) and relative paths.
{ project, only ? "null", exclude ? "[]" }:
let
  inherit (builtins) fromJSON isFunction;

  gantry = import ./default.nix;
  file = import (/. + "${project}/gantry.nix");
  described = if isFunction file then file { inherit gantry; } else file;
  selection = { only = fromJSON only; exclude = fromJSON exclude; };
in
described // {
  evaluation = described.evaluate selection;
  located = described.locate selection;
}
