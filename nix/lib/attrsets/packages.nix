# Attribute sets that are packages.
{ lib }:
let
  inherit (builtins)
    baseNameOf
    filter
    head
    storePath
    substring
    ;
  inherit (lib.attrsets) getDev getFirstOutput getOutput;
in
{
  isDerivation = value: value.type or null == "derivation";

  toDerivation =
    path:
    let
      outPath = storePath path;
      result = {
        type = "derivation";
        name = lib.strings.sanitizeDerivationName (substring 33 (-1) (baseNameOf outPath));
        inherit outPath;
        outputs = [ "out" ];
        out = result;
        outputName = "out";
      };
    in
    result;

  # An output that was chosen already stays as it is.
  getOutput =
    output: package:
    if package.outputSpecified or false then package else package.${output} or package.out or package;
  getFirstOutput =
    candidates: package:
    let
      present = filter (name: package ? ${name}) candidates;
    in
    if package.outputSpecified or false || present == [ ] then
      package
    else
      package.${head present};

  getBin = getOutput "bin";
  getDev = getOutput "dev";
  getLib = getOutput "lib";
  getMan = getOutput "man";
  getStatic = getFirstOutput [
    "static"
    "lib"
    "out"
  ];
  getInclude = getFirstOutput [
    "include"
    "dev"
    "out"
  ];
  chooseDevOutputs = map getDev;

  recurseIntoAttrs = set: set // { recurseForDerivations = true; };
  dontRecurseIntoAttrs = set: set // { recurseForDerivations = false; };
}
