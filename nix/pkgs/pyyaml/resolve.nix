# What a plain scalar would be read as (YAML 1.1, as PyYAML resolves it): text, or something else.
_:
let
  patterns = {
    bool = "yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF";
    null = "~|null|Null|NULL|";
    mark = "<<|=|!|&|[*]";
    int = "[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+";
    float = "[-+]?[0-9][0-9_]*[.][0-9_]*([eE][-+][0-9]+)?|[.][0-9][0-9_]*([eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+[.][0-9_]*|[-+]?[.](inf|Inf|INF)|[.](nan|NaN|NAN)";
    date = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]";
    time = "[0-9][0-9][0-9][0-9]-[0-9][0-9]?-[0-9][0-9]?([Tt]|[ \t]+)[0-9][0-9]?:[0-9][0-9]:[0-9][0-9]([.][0-9]*)?([ \t]*(Z|[-+][0-9][0-9]?(:[0-9][0-9])?))?";
  };
  any = builtins.concatStringsSep "|" (builtins.attrValues patterns);

  # Longer texts are not matched (see text.nix); of these only endless digits are not text.
  longest = 300;
  onlyDigits = text: builtins.replaceStrings [ "0" "1" "2" "3" "4" "5" "6" "7" "8" "9" "_" ] [ "" "" "" "" "" "" "" "" "" "" "" ] text == "";
in
{
  isText = text:
    if builtins.stringLength text > longest then !(onlyDigits text) else builtins.match any text == null;
}
