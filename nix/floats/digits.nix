/* The shortest digits that read back to a float: float → { negative; digits; exponent; }, ±d.ddd × 10^exponent, digits
   without zeros at the end. The same in every version of Nix: builtins.toJSON keeps six digits before Nix 2.12, and its
   later form is not always the shortest.

   Of numbers with at most 15 digits no two read as the same float. So where one reads back, it is the shortest, and
   nearly every number that people write is found without long arithmetic. Below the normal range that does not hold. */
let
  inherit (builtins) elemAt floor foldl' fromJSON genList head match stringLength substring toJSON;

  exact = import ./exact.nix;

  powersOfTen = genList (exponent: foldl' (product: _: product * 10) 1.0 (genList (index: index) exponent)) 23;
  smallestNormal = fromJSON "2.2250738585072014e-308";

  dropZeros = digits: head (match "([0-9]*[1-9])0*" digits);
  orElse = default: text: if text == null || text == "" then default else text;

  # "1.23457e+08" → digits 123457, exponent 8.
  parse = text:
    let
      parts = match "([0-9]+)([.]([0-9]*))?(e([-+])0*([0-9]+))?" text;
      part = elemAt parts;
      whole = part 0;
      all = match "(0*)([0-9]*[1-9])0*" (whole + orElse "" (part 2));
      size = fromJSON (orElse "0" (part 5));
    in
    {
      digits = elemAt all 1;
      exponent = (if part 4 == "-" then 0 - size else size) + stringLength whole - 1 - stringLength (head all);
    };

  # The number of 15 digits next to the float, where it is found with two roundings.
  scaled = float: exponent:
    let
      shift = 14 - exponent;
      number = floor (
        (if shift >= 0 then float * elemAt powersOfTen shift else float / elemAt powersOfTen (0 - shift)) + 0.5
      );
      text = toString number;
    in
    if shift > 22 || shift < -22 || fromJSON "${text}e${toString (0 - shift)}" != float then null
    else { digits = dropZeros text; exponent = stringLength text - 1 - shift; };

  positive = float:
    let
      text = toJSON float;
      short = parse text;
      longer = scaled float short.exponent;
    in
    if float < smallestNormal then trimmed (exact float)
    else if stringLength short.digits <= 15 && fromJSON text == float then short
    else if longer != null then longer
    else trimmed (exact float);

  trimmed = found: found // { digits = dropZeros found.digits; };
in
float:
if float == 0 then { negative = substring 0 1 (toJSON float) == "-"; digits = "0"; exponent = 0; }
else if float < 0 then { negative = true; } // positive (0 - float)
else { negative = false; } // positive float
