# Whether Go's YAML reads a plain scalar as text. Longer texts than the patterns can hold are text unless they are
# nothing but digits.
let
  patterns = {
    bool = "y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON|n|N|no|No|NO|false|False|FALSE|off|Off|OFF";
    null = "~|null|Null|NULL|";
    special = "[-+]?[.](inf|Inf|INF)|[.](nan|NaN|NAN)";
    int = "[-+]?(0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO]?[0-7_]*|[1-9][0-9_]*)";
    float = "[-+]?([.][0-9_]+|[0-9][0-9_]*([.][0-9_]*)?)([eE][-+]?[0-9]+)?";
    base60 = "[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+([.][0-9_]*)?";
    date = "[0-9][0-9][0-9][0-9]-[0-9][0-9]?-[0-9][0-9]?";
    time = "[0-9][0-9][0-9][0-9]-[0-9][0-9]?-[0-9][0-9]?([Tt][0-9][0-9]?:[0-9][0-9]?:[0-9][0-9]?([.][0-9]+)?(Z|[-+][0-9][0-9]:[0-9][0-9])|[ ][0-9][0-9]?:[0-9][0-9]?:[0-9][0-9]?([.][0-9]+)?)";
  };
  any = builtins.concatStringsSep "|" (builtins.attrValues patterns);
  onlyDigits = text: builtins.replaceStrings [ "0" "1" "2" "3" "4" "5" "6" "7" "8" "9" "_" ] [ "" "" "" "" "" "" "" "" "" "" "" ] text == "";
in
text: if builtins.stringLength text > 300 then !(onlyDigits text) else builtins.match any text == null
