# lib.cli: attribute sets as command lines.
{ lib }:
let
  inherit (builtins)
    concatLists
    concatMap
    isBool
    isList
    stringLength
    ;
  inherit (lib.attrsets) mapAttrsToList;
  inherit (lib.cli) toCommandLine toCommandLineGNU toGNUCommandLine;
  inherit (lib.strings) escapeShellArgs;

  showValue = lib.generators.mkValueStringDefault { };

  # One option with one value, by its format { option; sep; explicitBool; formatArg; }.
  renderWith =
    {
      option,
      sep,
      explicitBool,
      formatArg ? showValue,
    }:
    value:
    if value == null || !explicitBool && value == false then
      [ ]
    else if !explicitBool && value == true then
      [ option ]
    else if sep == null then
      [
        option
        (formatArg value)
      ]
    else
      [ "${option}${sep}${formatArg value}" ];
in
{
  toCommandLine =
    format: options:
    concatLists (
      mapAttrsToList (
        name: value:
        if name == "" then
          throw "lib.cli.toCommandLine: an option has an empty name"
        else
          concatMap (renderWith (format name)) (if isList value then value else [ value ])
      ) options
    );
  toCommandLineShell = format: options: escapeShellArgs (toCommandLine format options);

  toCommandLineGNU =
    {
      isLong ? (name: stringLength name > 1),
      explicitBool ? false,
      formatArg ? showValue,
    }:
    toCommandLine (name: {
      option = if isLong name then "--${name}" else "-${name}";
      sep = if isLong name then "=" else "";
      inherit explicitBool formatArg;
    });
  toCommandLineShellGNU = settings: options: escapeShellArgs (toCommandLineGNU settings options);

  toGNUCommandLine =
    {
      mkOptionName ? (name: if stringLength name == 1 then "-${name}" else "--${name}"),
      mkBool ? (name: value: if value then [ (mkOptionName name) ] else [ ]),
      mkList ? (name: values: concatMap (mkOption name) values),
      mkOption ? (
        name: value:
        if value == null then
          [ ]
        else if optionValueSeparator == null then
          [
            (mkOptionName name)
            (showValue value)
          ]
        else
          [ "${mkOptionName name}${optionValueSeparator}${showValue value}" ]
      ),
      optionValueSeparator ? null,
    }:
    options:
    concatLists (
      mapAttrsToList (
        name: value: (if isBool value then mkBool else if isList value then mkList else mkOption) name value
      ) options
    );
  toGNUCommandLineShell = settings: options: escapeShellArgs (toGNUCommandLine settings options);
}
