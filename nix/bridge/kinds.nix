# How the types of the embedded and of nixpkgs' `lib` are called there → kind of node in the IR.
{ }:
let
  inherit (builtins)
    filter
    head
    isString
    listToAttrs
    match
    split
    ;

  same =
    names:
    listToAttrs (
      map (name: {
        inherit name;
        value = name;
      }) names
    );

  kinds =
    same [
      "anything"
      "attrListOf"
      "attrTag"
      "attrs"
      "attrsOf"
      "bool"
      "coercedTo"
      "deferredModule"
      "either"
      "enum"
      "fileset"
      "float"
      "functionTo"
      "int"
      "listOf"
      "luaInline"
      "nonEmptyStr"
      "nullOr"
      "optionDeclaration"
      "optionType"
      "package"
      "passwdEntry"
      "path"
      "pkgs"
      "raw"
      "separatedString"
      "singleLineStr"
      "str"
      "strMatching"
      "submodule"
      "unique"
      "unspecified"
    ]
    // {
      attrsWith = "attrsOf";
      boolByOr = "bool";
      deferredModuleWith = "deferredModule";
      externalPath = "path";
      lazyAttrsOf = "attrsOf";
      loaOf = "attrsOf";
      numberBetween = "number";
      numberNonnegative = "number";
      numberPositive = "number";
      pathInStore = "path";
      shellPackage = "package";
      submoduleWith = "submodule";
    };

  firstLine = text: head (filter isString (split "\n" text));

  # `strMatching "…"` and `passwdEntry str` carry their argument in the name.
  firstWord = name: head (match "([^ ]*).*" (firstLine name));
in
{
  # A type made from a known one keeps its functor.
  kindOf =
    type:
    kinds.${type.name} or kinds.${firstWord type.name} or kinds.${type.functor.name or ""} or "unknown";
}
