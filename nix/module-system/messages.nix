# Every text that the module system throws. Nothing here runs while evaluation succeeds.
{ lib }:
let
  inherit (builtins)
    concatStringsSep
    filter
    isBool
    isInt
    isString
    length
    substring
    typeOf
    ;
  inherit (lib.lists) init last take;

  # kubenix mirrors the arguments of a submodule instance below its configuration; people write them in `args`.
  showOption =
    loc:
    builtins.replaceStrings [ ".config.submodule.args." ] [ ".args." ] (lib.options.showOption loc);

  inherit (import ./position.nix) isOwnFile;

  preview = import ./preview.nix { inherit lib; };

  quote = text: "`${toString text}`";
  showFiles = files: concatStringsSep " and " (map quote files);

  # `FILE:LINE:COL` when the place is known; a made-up module name stays in front of it.
  showPlace =
    def:
    let
      pos = def.pos or null;
      place = "${pos.file}:${toString pos.line}:${toString pos.column}";
      file = toString def.file;
    in
    if pos == null || pos.line or null == null then
      file
    else if file == pos.file || isOwnFile file then
      place
    else
      "${file} at ${place}";

  showDef =
    def:
    let
      shown = builtins.tryEval (preview def.value);
    in
    "\n  - ${showPlace def}${if shown.success then ": ${shown.value}" else ""}";

  showDefs =
    defs:
    let
      more = length defs - 10;
    in
    concatStringsSep "" (map showDef (take 10 defs))
    + (if more > 0 then "\n  - and ${toString more} more" else "");

  definitions = defs: "Definitions:${showDefs defs}";

  alternatives =
    names:
    if length names < 2 then
      concatStringsSep "" names
    else
      "${concatStringsSep ", " (init names)} or ${last names}";

  nearest = import ./near-miss.nix { inherit lib; };

  didYouMean =
    parent: candidates: name:
    let
      names = nearest candidates name;
    in
    if names == [ ] then
      ""
    else
      "\n  did you mean ${alternatives (map (n: quote (showOption (parent ++ [ n ]))) names)}?";

  # The same value in another form, where the type takes that: quotes too many or too few, brackets forgotten.
  meant =
    loc: type: value:
    let
      element = type.nestedTypes.elemType or null;
      forms =
        if isString value && builtins.match "-?[0-9]{1,18}|true|false" value != null then
          [ (builtins.fromJSON value) ]
        else if isInt value || isBool value then
          [ (builtins.toJSON value) ]
        else
          [ ];
      lists = if element != null && element.check value then [ [ value ] ] else [ ];
      fitting = filter type.check (forms ++ lists);
      written = preview (builtins.head fitting);
    in
    if fitting == [ ] then
      ""
    else if substring 0 1 (last loc) == "[" then
      "\n  Write `${written}`."
    else
      "\n  Write `${showOption loc} = ${written};`.";

  ranking = "\n  Keep one, or rank them: `lib.mkForce value` wins over the others, `lib.mkDefault value` gives way to them.";
in
{
  inherit showPlace;

  inherit didYouMean preview showDefs;

  # The definitions that are there may be fine on their own: say which are not.
  wrongType =
    loc: type: defs:
    let
      wrong = filter (def: !(type.check def.value)) defs;
    in
    "option ${quote (showOption loc)} takes a value of type ${quote type.description}. ${definitions wrong}${
      meant loc type (builtins.head wrong).value
    }";

  neitherSide =
    loc: left: right: defs:
    "option ${quote (showOption loc)} takes a value of type ${quote left.description} or ${quote right.description}, but its definitions are of neither. ${definitions defs}\n  As a freeform type, write `types.attrsOf (types.either … …)`; this will be an error.";

  noValue =
    loc:
    "option ${quote (showOption loc)} is used but has no value: no module defines it and it has no default.\n  Write `${showOption loc} = …;` in a module, or give its mkOption a `default`.";

  conflict =
    loc: defs:
    "option ${quote (showOption loc)} has definitions that contradict each other. ${definitions defs}${ranking}";

  notMergeable =
    loc: defs: "option ${quote (showOption loc)}: cannot merge these. ${definitions defs}${ranking}";

  mixedKinds =
    loc: defs:
    "option ${quote (showOption loc)} has conflicting option types, set in ${showFiles (map (def: def.file) defs)}. ${definitions defs}${ranking}";

  notUnique =
    loc: message: defs:
    "option ${quote (showOption loc)} takes one definition and has ${toString (length defs)}. ${
      if message == "" then "" else "${message} "
    }${definitions defs}${ranking}";

  nullAndValue =
    loc: defs:
    "option ${quote (showOption loc)} is set to null and to a value at once. ${definitions defs}${ranking}";

  readOnly =
    loc: defs:
    "option ${quote (showOption loc)} is read-only, but it is set ${toString (length defs)} times. ${definitions defs}";

  declaredTwice =
    loc: file: declarations: reason:
    "option ${quote (showOption loc)} in ${quote file} cannot be merged with its declaration in ${showFiles declarations}: ${reason}.";

  notAnAttributeSet =
    loc: def:
    "${quote (showOption loc)} holds options, so it takes an attribute set, but module ${quote def.file} gives a ${typeOf def.config}. ${
      definitions [ (def // { value = def.config; }) ]
    }";

  optionsNotASet =
    loc: module:
    "module ${quote module._file}: the declaration of ${quote (showOption loc)} is a ${typeOf module.options}, but it must be an attribute set of options. Values belong below `config`.";

  bareType =
    loc: file: tag:
    "module ${quote file} declares ${quote (showOption loc)} with a value of type ${tag}, but it must be an option."
    + (
      if tag == "option-type" then
        "\n  Write `${lib.strings.escapeNixIdentifier (last loc)} = lib.mkOption { type = …; };`."
      else
        ""
    );

  parentOfOptions =
    loc: decl: nested:
    "option ${quote (showOption loc)} in ${quote decl._file} has the type ${
      quote (decl.options.type.description or "unspecified")
    }, which cannot hold options, but these are declared below it:${
      concatStringsSep "" (
        map (
          d:
          concatStringsSep "" (
            map (n: "\n  - ${quote (showOption (loc ++ [ n ]))} in ${quote d._file}") (
              builtins.attrNames d.options
            )
          )
        ) nested
      )
    }";

  unknownOptions =
    {
      prefix,
      options,
      unmatched,
    }:
    let
      one =
        def:
        let
          parent = init def.loc;
          siblings = lib.attrsets.attrByPath (lib.lists.drop (length prefix) parent) { } options;
          candidates = filter (n: n != "_module") (builtins.attrNames siblings);
        in
        builtins.addErrorContext "while describing the definition of ${quote (showOption def.loc)}, which is an option that does not exist, in `${toString def.file}`" "option ${quote (showOption def.loc)} does not exist. ${definitions [ def ]}${didYouMean parent candidates (last def.loc)}";
      more = length unmatched - 10;
      hint =
        if builtins.attrNames options != [ "_module" ] then
          ""
        else if prefix == [ ] then
          "\n  No module declares any option: does a declaration stand below `config` that belongs below `options`?"
        else
          "\n  ${quote (showOption prefix)} declares no option at all: in a submodule, declarations belong below `options`, not below `config`.";
    in
    concatStringsSep "\n" (map one (take 10 unmatched))
    + (if more > 0 then "\nand ${toString more} more" else "")
    + hint;
}
