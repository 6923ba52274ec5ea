# What `gantry codegen --options FILE` evaluates: `{ ir; defaults; examples; }` of the options in a file.
# `file` is an absolute path.
{ file }:
let
  inherit (import ./default.nix) documentOf;
in
{
  document = documentOf (/. + file);
}
