# The IR of an option tree, `gantry-ir/1`: what options.nix and types.nix make and src/codegen reads. These options are
# its one definition; generated/ir.ts is made from them. No member is ever left out: where there is none it is null.
{ lib }:
let
  inherit (lib) mkOption types;

  member = type: description: mkOption { inherit type description; };
  nullable = type: member (types.nullOr type);
  flag = member types.bool;
  text = member types.str;

  # A number, or all its digits where JSON would change it.
  bound = types.either types.number (types.submodule {
    options = {
      _type = member (types.enum [ "number" ]) "Marks a number that is written as text.";
      text = text "Its digits, as in JSON.";
    };
  });

  # A kind of node. Nodes carry no identity but their JSON pointer.
  node = kinds: members: types.submodule {
    options = { kind = member (types.enum kinds) "Kind of the node."; } // members;
  };

  typeNode = kinds: members: node kinds ({
    name = text "Name of the type.";
    description = text "Its description; of a type that holds types the name once more.";
  } // members);

  element = member type "The type of what it holds.";

  type = types.oneOf [
    # They say nothing beyond name and description.
    (typeNode [
      "anything" "attrs" "bool" "deferredModule" "fileset" "float" "luaInline" "nonEmptyStr" "optionDeclaration"
      "optionType" "package" "passwdEntry" "pkgs" "raw" "singleLineStr" "str" "unspecified"
    ] { })
    (typeNode [ "int" "number" ] {
      minimum = nullable bound "Least value.";
      maximum = nullable bound "Greatest value.";
      exclusiveMinimum = nullable bound "What every value is greater than.";
    })
    (typeNode [ "path" ] {
      inStore = nullable types.bool "Whether it lies in the Nix store, where the type says so.";
      absolute = nullable types.bool "Whether it starts with a slash, where the type says so.";
    })
    (typeNode [ "strMatching" ] {
      pattern = nullable types.str "POSIX extended regular expression of the whole text, where it can be had.";
    })
    (typeNode [ "separatedString" ] { separator = text "What stands between two definitions."; })
    (typeNode [ "enum" ] {
      values = member (types.listOf types.raw) "The values that cross to JSON; numbers that JSON would change as `{ _type = \"number\"; text; }`.";
      open = flag "Whether there are others.";
    })
    (typeNode [ "nullOr" "unique" ] { inherit element; })
    (typeNode [ "listOf" ] {
      inherit element;
      nonEmpty = flag "Whether the empty list is no value.";
    })
    (typeNode [ "attrsOf" ] {
      inherit element;
      lazy = flag "Whether the values are evaluated one by one.";
      placeholder = text "What messages call the names of the attributes.";
    })
    (typeNode [ "attrListOf" ] {
      inherit element;
      asAttrs = flag "Whether it gives an attribute set in place of a list.";
    })
    (typeNode [ "either" ] { members = member (types.listOf type) "The types any of which a value has."; })
    (typeNode [ "coercedTo" ] {
      from = member type "What people may write too.";
      to = member type "What becomes of it.";
    })
    (typeNode [ "attrTag" ] { tags = member (types.attrsOf option) "The attributes of which a value has one."; })
    (typeNode [ "remerged" ] { element = member type "What people write. Another function merges it, so anything may come."; })
    (typeNode [ "functionTo" ] { result = member type "The type of what it gives."; })
    (typeNode [ "submodule" ] (optionSet { }))
    (typeNode [ "unknown" ] {
      reason = member (types.enum [ "type" "depth" "shallow" ])
        "Why anything may come: the type is not one of `lib.types`, it is nested too deep, or its declaration hides it.";
    })
    (node [ "ref" ] { to = text "JSON pointer of the type that it stands for, one around it."; })
  ];

  declaration = types.submodule {
    options = {
      file = text "Path of the file.";
      line = nullable types.int "Line, from 1.";
      column = nullable types.int "Column, from 1.";
    };
  };

  option = node [ "option" ] {
    type = member type "Its type.";
    hasDefault = flag "Whether it has a default.";
    hasEmptyValue = flag "Whether it has the empty value of its type when nobody defines it.";
    applied = flag "Whether `apply` changes the value: what evaluation gives may then be anything.";
    readOnly = flag "Whether it may be defined once only.";
    internal = flag "Whether manuals leave it out.";
    visible = member (types.either types.bool types.str)
      "Whether manuals show it; `\"shallow\"` and `\"transparent\"` say which half of option and sub-options.";
    description = nullable types.str "Its description.";
    declarations = member (types.listOf declaration) "Where it is declared.";
  };

  group = node [ "group" ] { options = entries; };
  entries = member (types.attrsOf (types.either option group)) "Options, and plain sets around options, by name.";

  # Called for each place, which keeps the null of the outermost out of the recursion.
  optionSet = { }: {
    options = entries;
    freeform = nullable type "Type of the attributes that no option declares; without it there are none.";
  };
in
optionSet { } // {
  version = member (types.enum [ "gantry-ir/1" ]) "Version of this contract.";
}
