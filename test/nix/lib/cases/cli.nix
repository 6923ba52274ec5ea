{ lib, throws }:
let
  options = {
    data = "x y";
    X = "PUT";
    retry = 3;
    retry-delay = null;
    url = [ "a" "b" ];
    silent = false;
    verbose = true;
  };
  format = name: {
    option = "-${name}";
    sep = null;
    explicitBool = true;
    formatArg = value: if builtins.isBool value then lib.boolToString value else toString value;
  };
in
{
  toCommandLine = f: [ [ (f format { a = true; b = [ 1 2 ]; c = null; }) [ "-a" "true" "-b" "1" "-b" "2" ] ] ];
  toCommandLineGNU = f: [ [ (f { } options) [ "-XPUT" "--data=x y" "--retry=3" "--url=a" "--url=b" "--verbose" ] ] [ (f { explicitBool = true; formatArg = lib.boolToString; } { v = false; }) [ "-vfalse" ] ] ];
  toCommandLineShell = f: [ [ (f format { a = "x y"; }) "-a 'x y'" ] ];
  toCommandLineShellGNU = f: [ [ (f { } options) "-XPUT '--data=x y' '--retry=3' '--url=a' '--url=b' --verbose" ] ];
  toGNUCommandLine = f: [ [ (f { } options) [ "-X" "PUT" "--data" "x y" "--retry" "3" "--url" "a" "--url" "b" "--verbose" ] ] [ (f { optionValueSeparator = "="; } { a = 1; }) [ "-a=1" ] ] ];
  toGNUCommandLineShell = f: [ [ (f { } { a = "x y"; }) "-a 'x y'" ] ];
}
