# Types of numbers.
{ lib }:
let
  inherit (builtins) isFloat isInt;
  inherit (lib.options) mergeEqualOption;
  inherit (lib.strings) toJSON;
  inherit (lib.types)
    addCheck
    either
    float
    int
    ints
    mkOptionType
    number
    ;

  basic =
    name: description: check:
    mkOptionType {
      inherit name description check;
      descriptionClass = "noun";
      merge = mergeEqualOption;
    };

  named =
    type: name: description: check:
    addCheck type check
    // {
      inherit name description;
    };
  clause =
    type: name: description: check:
    named type name description check // { descriptionClass = "nonRestrictiveClause"; };

  ordered =
    function: lowest: highest: result:
    if lowest <= highest then
      result
    else
      throw "${function}: the lowest value ${toJSON lowest} is greater than the highest ${toJSON highest}";

  range = lowest: highest: "${toJSON lowest} and ${toJSON highest} (both inclusive)";
  within =
    lowest: highest: value:
    value >= lowest && value <= highest;

  between =
    lowest: highest:
    ordered "ints.between" lowest highest (
      named int "intBetween" "integer between ${range lowest highest}" (within lowest highest)
    );

  sized =
    lowest: highest: name: size:
    named int name "${size}; between ${range lowest highest}" (within lowest highest);
  unsignedBits =
    bits: count: sized 0 (count - 1) "unsignedInt${bits}" "${bits} bit unsigned integer";
  signedBits =
    bits: count: sized (0 - count / 2) (count / 2 - 1) "signedInt${bits}" "${bits} bit signed integer";
in
{
  int = basic "int" "signed integer" isInt;
  float = basic "float" "floating point number" isFloat;
  number = either int float;
  port = ints.u16;

  ints = {
    inherit between;
    unsigned = clause int "unsignedInt" "unsigned integer, meaning >=0" (value: value >= 0);
    positive = clause int "positiveInt" "positive integer, meaning >0" (value: value > 0);
    u8 = unsignedBits "8" 256;
    u16 = unsignedBits "16" 65536;
    u32 = unsignedBits "32" 4294967296;
    s8 = signedBits "8" 256;
    s16 = signedBits "16" 65536;
    s32 = signedBits "32" 4294967296;
  };

  numbers = {
    between =
      lowest: highest:
      ordered "numbers.between" lowest highest (
        named number "numberBetween" "integer or floating point number between ${range lowest highest}" (
          within lowest highest
        )
      );
    nonnegative = clause number "numberNonnegative" "nonnegative integer or floating point number, meaning >=0" (
      value: value >= 0
    );
    positive = clause number "numberPositive" "positive integer or floating point number, meaning >0" (
      value: value > 0
    );
  };
}
