/* Numbers on their way through JSON. JavaScript keeps integers up to ±(2^53−1), and `nix eval --json` before Nix 2.12
   six digits of a float; what is more goes as text, { _type = "number"; text = "9223372036854775807"; }. */
let
  inherit (builtins) any attrValues fromJSON isAttrs isFloat isInt isList toJSON;

  floats = import ../floats;
  largest = 9007199254740991;

  isKept = number:
    if isInt number then number <= largest && number >= -largest else fromJSON (toJSON number) == number;
  isNumber = value: isInt value || isFloat value;

  isLossy = value:
    if isNumber value then !(isKept value)
    else if isList value then any isLossy value
    else isAttrs value && any isLossy (attrValues value);

  text = import ../floats/to-json.nix floats.goJson;
in
{
  # Whether a value of plain data holds a number that would change.
  inherit isLossy;
  # The value as JSON text with all digits, as JavaScript would write them.
  inherit text;
  # The same number, in a form that crosses.
  crossing = value: if isNumber value && !(isKept value) then { _type = "number"; text = text value; } else value;
}
