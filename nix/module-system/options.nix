# lib.options: declaring options, reading and showing them.
{ lib }:
let
  inherit (builtins)
    concatStringsSep
    isList
    isString
    map
    match
    ;
  inherit (lib.attrsets) attrByPath optionalAttrs showAttrPath;
  inherit (lib.lists) last toList;

  mkOption =
    {
      default ? null,
      defaultText ? null,
      example ? null,
      description ? null,
      relatedPackages ? null,
      type ? null,
      apply ? null,
      internal ? null,
      visible ? null,
      readOnly ? null,
    }@option:
    option // { _type = "option"; };

  literal =
    tag: text:
    if isString text then
      {
        _type = tag;
        inherit text;
      }
    else
      throw "${tag}: the argument is a ${builtins.typeOf text}, but it must be a string: the text as it shall stand in the documentation.";

  literalExpression = literal "literalExpression";
  literalMD = literal "literalMD";

  # Names of all instances of a type ("*" and "<name>") stand as they are.
  showOptionPart =
    part:
    if part == "*" || match "<(.*)>" part != null then
      part
    else
      lib.strings.escapeNixIdentifier part;

  packageDefault =
    pkgs: pkgsText: path:
    {
      default = attrByPath path (throw "${showAttrPath path} cannot be found in ${pkgsText}") pkgs;
      defaultText = literalExpression "${pkgsText}.${showAttrPath path}";
    };
in
{
  inherit literalExpression literalMD mkOption;

  isOption = value: value._type or null == "option";

  mkEnableOption =
    name:
    mkOption {
      type = lib.types.bool;
      default = false;
      example = true;
      description = "Whether to enable ${name}.";
    };

  mkPackageOption =
    pkgs: name:
    {
      nullable ? false,
      default ? name,
      example ? null,
      extraDescription ? "",
      pkgsText ? "pkgs",
    }:
    mkOption (
      {
        type = if nullable then lib.types.nullOr lib.types.package else lib.types.package;
        description =
          "The ${if isList name then last name else name} package to use."
          + (if extraDescription == "" then "" else " ${extraDescription}");
      }
      // (
        if default != null then
          packageDefault pkgs pkgsText (toList default)
        else
          optionalAttrs nullable { default = null; }
      )
      // optionalAttrs (example != null) {
        example = literalExpression (
          if isList example then "${pkgsText}.${showAttrPath example}" else example
        );
      }
    );

  # Takes every definition of an option that others may or may not declare.
  mkSinkUndeclaredOptions =
    attrs:
    mkOption (
      {
        internal = true;
        visible = false;
        default = false;
        description = "Takes definitions and drops them.";
        type = lib.types.mkOptionType {
          name = "sink";
          merge = _: _: false;
        };
        apply = _: throw "the value of this option cannot be read: no module declares the option";
      }
      // attrs
    );

  mdDoc = text: text;
  literalCode =
    language: text: literalMD "```${language}\n${text}\n```\n";

  getFiles = map (def: def.file);
  getValues = map (def: def.value);

  showOption = parts: concatStringsSep "." (map showOptionPart parts);
  showFiles = files: concatStringsSep " and " (map (file: "`${file}'") files);
  showDefs = lib.modules.internal.messages.showDefs;
  showOptionWithDefLocs =
    option:
    "${lib.options.showOption option.loc}, with values defined in:\n${
      concatStringsSep "\n" (map (file: "  - ${file}") option.files)
    }\n";

  unknownModule = "<unknown-file>";
}
