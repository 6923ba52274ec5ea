# lib.asserts.
{ lib }:
let
  inherit (builtins) all elem filter;
  inherit (lib.asserts) assertMsg;

  show = lib.generators.toPretty { };
in
{
  assertMsg = condition: message: condition || throw message;
  assertOneOf =
    name: value: valid:
    assertMsg (elem value valid) "${name} must be one of ${show valid}, but is: ${show value}";
  assertEachOneOf =
    name: values: valid:
    assertMsg (all (value: elem value valid) values)
      "each element in ${name} must be one of ${show valid}, but is: ${show values}";

  checkAssertWarn =
    assertions: warnings: value:
    let
      failed = filter (a: !a.assertion) assertions;
    in
    if failed == [ ] then
      lib.trivial.showWarnings warnings value
    else
      throw "\nFailed assertions:\n${lib.strings.concatMapStringsSep "\n" (a: "- ${a.message}") failed}";
}
