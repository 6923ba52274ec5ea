/* Floats as text: <notation> : float → text. All have the same digits, the fewest that read back to the same float
   (digits.nix); a notation says where the point stands and when there is an exponent.

     json     as builtins.toJSON of current Nix
     go       Go's `%v`: what Helm's templates print
     goJson   Go's encoding/json
     pyyaml   PyYAML: Python's repr, with a point before every exponent
     toml     Python's repr, with the names that TOML has
     nix      builtins.toString, six digits behind the point, where that reads back; else as json */
let
  inherit (builtins) concatStringsSep fromJSON genList mapAttrs stringLength substring;

  shortest = import ./digits.nix;

  zeros = count: if count <= 0 then "" else concatStringsSep "" (genList (_: "0") count);

  # from, below   positional from 10^from up to, not including, 10^below; anything else has an exponent
  # point         what stands behind a whole number
  # mantissa      what stands behind a single digit before an exponent
  # width         digits of an exponent, at least
  # infinite nan  the names of what is no number; null where the format has none
  notations = {
    json = { from = -4; below = 15; point = ".0"; mantissa = ""; width = 2; infinite = null; nan = null; };
    go = { from = -4; below = 6; point = ""; mantissa = ""; width = 2; infinite = "Inf"; plus = "+"; nan = "NaN"; };
    goJson = { from = -6; below = 21; point = ""; mantissa = ""; width = 1; infinite = null; nan = null; };
    pyyaml = { from = -4; below = 16; point = ".0"; mantissa = ".0"; width = 2; infinite = ".inf"; nan = ".nan"; };
    toml = { from = -4; below = 16; point = ".0"; mantissa = ""; width = 2; infinite = "inf"; nan = "nan"; };
  };

  positional = { point, ... }: digits: exponent:
    let
      count = stringLength digits;
      whole = exponent + 1;
    in
    if whole <= 0 then "0.${zeros (0 - whole)}${digits}"
    else if count <= whole then digits + zeros (whole - count) + point
    else "${substring 0 whole digits}.${substring whole count digits}";

  scientific = { mantissa, width, ... }: digits: exponent:
    let
      size = toString (if exponent < 0 then 0 - exponent else exponent);
      rest = substring 1 (-1) digits;
    in
    substring 0 1 digits
    + (if rest == "" then mantissa else ".${rest}")
    + (if exponent < 0 then "e-" else "e+")
    + zeros (width - stringLength size)
    + size;

  largest = fromJSON "1.7976931348623157e308";
  # What is no number compares as neither.
  isFinite = float: (float < 0 && !(float < 0 - largest)) || float == 0 || (float > 0 && !(largest < float));

  unusual = name: { infinite, nan, plus ? "", ... }: float:
    if nan == null then throw "a float that is infinite or no number cannot be written as ${name}; write a string"
    else if float < 0 then "-${infinite}"
    else if float > 0 then "${plus}${infinite}"
    else nan;

  print = name: notation: float:
    let
      inherit (shortest float) negative digits exponent;
      isPositional = exponent >= notation.from && exponent < notation.below;
    in
    if !(isFinite float) then unusual name notation float
    else (if negative then "-" else "") + (if isPositional then positional else scientific) notation digits exponent;

  printed = mapAttrs print notations;
in
printed // {
  nix = float:
    let text = toString float; in
    if isFinite float && fromJSON text == float then text else printed.json float;
}
