# Options as a list for documentation generators.
{ lib }:
let
  inherit (builtins)
    addErrorContext
    concatMap
    filter
    isAttrs
    isBool
    isList
    mapAttrs
    removeAttrs
    ;
  inherit (lib.attrsets) collect isDerivation optionalAttrs;
  inherit (lib.options)
    isOption
    literalExpression
    showOption
    unknownModule
    ;

  optionAttrSetToDocList' =
    _: options:
    concatMap (
      option:
      let
        visible = option.visible or true;
        below = option.type.getSubOptions option.loc;
        descend = if isBool visible then visible else visible == "transparent";
      in
      [ (describe option visible) ]
      ++ (if descend && below != { } then optionAttrSetToDocList' option.loc below else [ ])
    ) (collect isOption options);

  describe =
    option: visible:
    {
      inherit (option) loc;
      name = showOption option.loc;
      description = option.description or null;
      declarations = filter (file: file != unknownModule) option.declarations;
      internal = option.internal or false;
      visible = if isBool visible then visible else visible == "shallow";
      readOnly = option.readOnly or false;
      type = option.type.description or "unspecified";
    }
    // optionalAttrs (option ? example) {
      example = render option "example" option.example;
    }
    // default option
    // optionalAttrs (option.relatedPackages or null != null) {
      inherit (option) relatedPackages;
    };

  # A type that is not a submodule documents its empty value when the option has no default.
  default =
    option:
    let
      type = option.type or { };
      empty = type.emptyValue or { };
    in
    if option ? defaultText then
      { default = render option "defaultText" option.defaultText; }
    else if option ? default then
      { default = render option "default value" option.default; }
    else if empty ? value && type.getSubModules or null == null then
      { default = render option "default value" empty.value; }
    else
      { };

  render =
    option: what: value:
    addErrorContext "while evaluating the ${what} of option `${showOption option.loc}`" (
      renderOptionValue value
    );

  renderOptionValue =
    value:
    if value ? _type && value ? text then
      value
    else
      literalExpression (
        lib.generators.toPretty {
          multiline = true;
          allowPrettyValues = true;
        } value
      );

  scrubOptionValue =
    value:
    if isDerivation value then
      {
        type = "derivation";
        drvPath = value.name;
        outPath = value.name;
        inherit (value) name;
      }
    else if isList value then
      map scrubOptionValue value
    else if isAttrs value then
      mapAttrs (_: scrubOptionValue) (removeAttrs value [ "_args" ])
    else
      value;
in
{
  inherit optionAttrSetToDocList' renderOptionValue scrubOptionValue;
  optionAttrSetToDocList = optionAttrSetToDocList' [ ];
}
