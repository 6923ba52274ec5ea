/* Numbers. Floats as Python prints them: positional from 1e-4 up to 1e16, else with an exponent of two digits at
   least and a point before it. */
{ lib }:
let
  inherit (lib) concatStrings genList optionalString;

  zeros = count: concatStrings (genList (_index: "0") count);

  # "1.23457e+08" → sign, digits 123457 and the position of the point behind the first digit, 8.
  parse = text:
    let
      parts = builtins.match "(-?)([0-9]+)([.]([0-9]*))?(e([-+])0*([0-9]+))?" text;
      part = builtins.elemAt parts;
      or' = default: value: if value == null || value == "" then default else value;
      exponent = builtins.fromJSON (or' "0" (part 6)) * (if part 5 == "-" then -1 else 1);
      whole = part 1;
      fraction = or' "" (part 3);
    in
    { negative = part 0 == "-"; inherit whole fraction exponent; scientific = part 4 != null; };

  dropTrailing = digits: let match = builtins.match "([0-9]*[1-9])0+" digits; in if match == null then digits else builtins.head match;

  float = text:
    let
      number = parse text;
      digits = dropTrailing (number.whole + number.fraction);
      count = builtins.stringLength digits;
      # Position of the first digit: number = d.ddd * 10^point.
      point = number.exponent + builtins.stringLength number.whole - 1;
      sign = optionalString number.negative "-";
      positional =
        if point < 0 then "0." + zeros (0 - point - 1) + digits
        else if count <= point + 1 then digits + zeros (point + 1 - count) + ".0"
        else builtins.substring 0 (point + 1) digits + "." + builtins.substring (point + 1) count digits;
      mantissa = builtins.substring 0 1 digits + "." + (if count > 1 then builtins.substring 1 count digits else "0");
      size = if point < 0 then 0 - point else point;
      exponent = (if point < 0 then "e-" else "e+") + optionalString (size < 10) "0" + toString size;
    in
    # What has neither point nor exponent is an integer to the next reader.
    if !number.scientific then text
    else sign + (if point >= -4 && point < 16 then positional else mantissa + exponent);
in
value: if builtins.isInt value then toString value else float (builtins.toJSON value)
