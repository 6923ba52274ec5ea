# The bounds of a type of numbers: { minimum; maximum; exclusiveMinimum; }, null where there is none.
#
# Those of sized integers are in the name, those of `between` nowhere but in the description.
let
  inherit (builtins)
    elemAt
    foldl'
    fromJSON
    genList
    head
    isString
    match
    ;

  sizedBounds =
    unsigned: bits:
    let
      power = foldl' (product: _: product * 2) 1 (genList (bit: bit) (if unsigned then bits else bits - 1));
    in
    {
      minimum = if unsigned then 0 else 0 - power;
      maximum = power - 1;
    };
in
type:
let
  sized = match "(un)?signedInt([0-9]+)" type.name;
  between = match ".*between ([-+.0-9e]+) and ([-+.0-9e]+) [(]both inclusive[)].*" description;
  description = if isString type.description or null then type.description else "";
in
{
  minimum = null;
  maximum = null;
  exclusiveMinimum = null;
}
// (
  if sized != null then
    sizedBounds (head sized != null) (fromJSON (elemAt sized 1))
  else if between != null then
    {
      minimum = fromJSON (elemAt between 0);
      maximum = fromJSON (elemAt between 1);
    }
  else
    {
      unsignedInt.minimum = 0;
      positiveInt.minimum = 1;
      numberNonnegative.minimum = 0;
      numberPositive.exclusiveMinimum = 0;
    }
    .${type.name} or { }
)
