# JSON of a value as Go's encoding/json writes it: what HTML reads as markup is escaped.
let
  floats = import ../../../floats;
  print = import ../../../floats/to-json.nix floats.goJson;
  unicode = code: builtins.fromJSON ''"\u${code}"'';
in
value:
builtins.replaceStrings
  [ "<" ">" "&" (unicode "2028") (unicode "2029") ]
  [ "\\u003c" "\\u003e" "\\u0026" "\\u2028" "\\u2029" ]
  (print value)
