/* A value as JSON with all digits of its floats: (float → text) → value → text. What holds no float is left to
   builtins.toJSON, which writes the same but is native: a set with `outPath` is its path, and a function is an error. */
let
  inherit (builtins) any attrNames attrValues concatStringsSep isAttrs isFloat isList toJSON;

  isText = value: value ? __toString || value ? outPath;

  hasFloat = value:
    isFloat value
    || (isList value && any hasFloat value)
    || (isAttrs value && !(isText value) && any hasFloat (attrValues value));
in
float:
let
  print = value:
    if isFloat value then float value
    else if isList value then "[${concatStringsSep "," (map print value)}]"
    else if isAttrs value && !(isText value) then "{${concatStringsSep "," (map (member value) (attrNames value))}}"
    else toJSON value;
  member = set: name: "${toJSON name}:${print set.${name}}";
in
value: if hasFloat value then print value else toJSON value
