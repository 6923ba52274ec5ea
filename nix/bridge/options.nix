# Option tree → IR (`gantry-ir/1`): what src/codegen turns into TypeScript.
#
#   optionsToIR options → { ir; defaults; examples; }
#
# `options` is a tree of options, declared (`mkOption`) or evaluated (`(evalModules …).options`).
# `ir` never forces the value of a default or an example: those may throw, name an unbound variable
# or miss an attribute, and `tryEval` catches only the first. They are apart, one thunk per option,
# in `defaults` and `examples`, keyed by the JSON pointer of the option in `ir`; a caller whose
# evaluation of all of them fails asks for them one by one.
{ lib }:
let
  inherit (builtins)
    attrNames
    attrValues
    concatMap
    dirOf
    filter
    isAttrs
    isList
    isString
    listToAttrs
    mapAttrs
    replaceStrings
    seq
    tryEval
    unsafeGetAttrPos
    ;
  inherit (lib) hasPrefix;
  cross = import ./documented-value.nix { };
  typeNode = import ./types.nix { inherit child cross optionNode optionSet; };

  # The pointer of a member: RFC 6901.
  child = at: name: "${at}/${replaceStrings [ "~" "/" ] [ "~0" "~1" ] name}";

  # The names of a set without what the module system itself adds to every set of options.
  ownNames =
    options: filter (name: name != "_module" && name != "_freeformOptions") (attrNames options);

  # The options of one set and its freeform type; `above` are the types around it, outermost first.
  optionSet =
    { at, above, options }:
    let
      freeform = options._module.freeformType.value or null;
    in
    {
      options = tree {
        inherit above options;
        at = "${at}/options";
      };
      freeform =
        if freeform == null then
          null
        else
          typeNode {
            inherit above;
            at = "${at}/freeform";
            type = freeform;
          };
    };

  tree =
    { at, above, options }:
    listToAttrs (
      map (name: {
        inherit name;
        value = entry {
          inherit above;
          at = child at name;
          option = options.${name};
          position = unsafeGetAttrPos name options;
        };
      }) (ownNames options)
    );

  entry =
    { at, above, option, position }@this:
    # An evaluated option throws as a whole when its type does.
    if !(tryEval (option._type or null)).success then
      optionNode (this // { option = { type = throwing; }; })
    else if option._type or null == "option" then
      optionNode this
    else
      {
        kind = "group";
        options = tree {
          inherit above;
          at = "${at}/options";
          options = option;
        };
      };

  optionNode =
    { at, above, option, position }:
    let
      # A submodule may look for its modules by a name that only an instance has.
      forced = tryEval (let type = option.type or unspecified; in seq type.name type);
      type = if forced.success then forced.value else throwing;
      isShallow = option.visible or true == "shallow";
      shallow = if isShallow then [ { inherit at; type = unspecified; shallow = true; } ] else [ ];
    in
    {
      kind = "option";
      type = typeNode {
        inherit type;
        at = "${at}/type";
        above = above ++ shallow;
      };
      hasDefault = option ? default;
      # The module system takes this value for an option that nobody defines.
      hasEmptyValue = type ? emptyValue.value;
      # `apply` may turn the merged value into anything.
      applied = option ? apply;
      readOnly = option.readOnly or false;
      internal = option.internal or false;
      visible = option.visible or true;
      description = textOf (option.description or null);
      declarations = declarations option position;
      _source = { inherit at option; };
    };

  unspecified = {
    name = "unspecified";
    description = "unspecified value";
  };

  throwing = {
    name = "throwing";
    description = "type that throws when it is evaluated";
  };

  # Markdown and DocBook wrappers of older nixpkgs are sets around the text. A text may hold what only an instance has.
  textOf =
    description:
    let
      text = tryEval (if isAttrs description then description.text or null else description);
    in
    if text.success then text.value else null;

  declarations =
    option: position:
    let
      places = option.declarationPositions or (if position == null then [ ] else [ position ]);
      known = filter (place: isString (place.file or null) && !(isOfLibrary place.file)) places;
      files = filter (file: isString file && file != "<unknown-file>") (option.declarations or [ ]);
    in
    if known != [ ] then
      map (place: { inherit (place) file line column; }) known
    else
      map (file: {
        inherit file;
        line = null;
        column = null;
      }) files;

  # A set that a function of `lib` put together (`genAttrs`, `setAttrByPath`) knows that function's place, not its caller's.
  isOfLibrary = file: libraryFolder != null && hasPrefix libraryFolder file;
  libraryFolder =
    let
      position = unsafeGetAttrPos "genAttrs" lib;
    in
    if position == null then null else "${dirOf position.file}/";

  isOptionNode = node: node.kind or null == "option";

  withoutSources =
    node:
    if isList node then
      map withoutSources node
    else if isAttrs node then
      mapAttrs (_: withoutSources) (if isOptionNode node then removeAttrs node [ "_source" ] else node)
    else
      node;

  sources =
    node:
    if isList node then
      concatMap sources node
    else if !isAttrs node then
      [ ]
    else if isOptionNode node then
      [ node._source ] ++ sources node.type
    else
      concatMap sources (attrValues node);

  # pointer → documented value of what `read` gives for the option there; options without it are left out.
  values =
    read: found:
    listToAttrs (
      concatMap (
        { at, option }:
        map (value: {
          name = at;
          value = cross value;
        }) (read option)
      ) found
    );

  defaultOf =
    option: if option ? defaultText then [ option.defaultText ] else present "default" option;
  present = name: option: if option ? ${name} then [ option.${name} ] else [ ];
in
options:
let
  root = optionSet {
    inherit options;
    at = "";
    above = [ ];
  };
  found = sources root;
in
{
  ir = {
    version = "gantry-ir/1";
  }
  // withoutSources root;
  defaults = values defaultOf found;
  examples = values (present "example") found;
}
