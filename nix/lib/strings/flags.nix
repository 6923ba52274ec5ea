# Flags of build tools.
{ lib }:
let
  inherit (builtins) elem isBool isString;
  inherit (lib.strings)
    cmakeOptionType
    enableFeature
    mesonOption
    toUpper
    withFeature
    ;
  inherit (lib.trivial) boolToString;

  flag =
    yes: no: condition: feature:
    assert isBool condition && isString feature;
    "--${if condition then yes else no}-${feature}";
  as = make: condition: feature: value: make condition feature + (if condition then "=${value}" else "");
in
{
  cmakeOptionType =
    type: feature: value:
    assert elem (toUpper type) [
      "BOOL"
      "FILEPATH"
      "PATH"
      "STRING"
      "INTERNAL"
      "LIST"
    ];
    assert isString feature && isString value;
    "-D${feature}:${toUpper type}=${value}";
  cmakeBool = feature: value: cmakeOptionType "bool" feature (toUpper (boolToString value));
  cmakeFeature = cmakeOptionType "string";

  mesonOption =
    feature: value:
    assert isString feature && isString value;
    "-D${feature}=${value}";
  mesonBool = feature: value: mesonOption feature (boolToString value);
  mesonEnable = feature: value: mesonOption feature (if value then "enabled" else "disabled");

  enableFeature = flag "enable" "disable";
  enableFeatureAs = as enableFeature;
  withFeature = flag "with" "without";
  withFeatureAs = as withFeature;
}
