# attrTag: a value that is exactly one of several named options, `{ <tag> = value; }`.
{ lib }:
let
  inherit (builtins)
    addErrorContext
    attrNames
    concatStringsSep
    head
    intersectAttrs
    isAttrs
    length
    mapAttrs
    unsafeGetAttrPos
    ;
  inherit (lib.modules.internal) optionValue;
  inherit (lib.options) showFiles showOption;
  inherit (lib.strings) escapeNixIdentifier;
  inherit (lib.types) attrTag defaultFunctor mkOptionType;

  checkTag =
    tags: name: option:
    let
      pos = unsafeGetAttrPos name tags;
      tag = option._type or null;
    in
    if tag == "option" then
      option
      // {
        declarations = option.declarations or (if pos == null then [ ] else [ pos.file ]);
        declarationPositions = option.declarationPositions or (if pos == null then [ ] else [ pos ]);
      }
    else
      throw "types.attrTag: each tag takes an option, but tag ${escapeNixIdentifier name} ${
        if tag == "option-type" then
          "is a bare type. Write `${escapeNixIdentifier name} = lib.mkOption { type = …; };`"
        else
          "is not one."
      }";

  mergeTags =
    a: b:
    a
    // b
    // mapAttrs (
      name: option:
      lib.modules.mergeOptionDecls [ name ] (
        map (options: {
          inherit options;
          _file = "<attrTag>";
          pos = null;
        }) [ a.${name} option ]
      )
      // {
        declarations = a.${name}.declarations ++ option.declarations;
        declarationPositions = a.${name}.declarationPositions ++ option.declarationPositions;
      }
    ) (intersectAttrs a b);
in
{
  attrTag =
    rawTags:
    let
      tags = mapAttrs (
        name: option:
        addErrorContext "while checking the attrTag tag ${escapeNixIdentifier name}" (
          checkTag rawTags name option
        )
      ) rawTags;
      tagOf = value: head (attrNames value);
    in
    mkOptionType {
      name = "attrTag";
      description = "attribute-tagged union with choices: ${
        concatStringsSep ", " (map escapeNixIdentifier (attrNames tags))
      }";
      descriptionClass = "noun";
      check = value: isAttrs value && length (attrNames value) == 1 && tags ? ${tagOf value};
      merge =
        loc: defs:
        let
          tag = tagOf (head defs).value;
          inner =
            def:
            if tagOf def.value == tag then
              {
                inherit (def) file;
                value = def.value.${tag};
                pos = (import ../position.nix).positionOf (def.pos or null) def.value tag;
              }
            else
              throw "option `${showOption loc}` is defined both as `${tag}` and as `${tagOf def.value}`, in ${
                showFiles (map (d: d.file) defs)
              }; it takes one of them.";
        in
        {
          ${tag} = (optionValue.evalOptionValue (loc ++ [ tag ]) tags.${tag} (map inner defs)).value;
        };
      getSubOptions = prefix: mapAttrs (name: option: option // { loc = prefix ++ [ name ]; }) tags;
      nestedTypes = tags;
      functor = defaultFunctor "attrTag" // {
        type = payload: attrTag payload.tags;
        payload = { inherit tags; };
        binOp = a: b: { tags = mergeTags a.tags b.tags; };
      };
    };
}
