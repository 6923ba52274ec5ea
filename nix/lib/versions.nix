# lib.versions.
{ lib }:
let
  inherit (builtins) concatStringsSep elemAt splitVersion;
  inherit (lib.lists) replicate take;
  inherit (lib.strings) removePrefix splitString;

  part = n: version: elemAt (splitVersion version) n;
in
{
  inherit (builtins) compareVersions splitVersion;

  major = part 0;
  minor = part 1;
  patch = part 2;
  majorMinor = version: concatStringsSep "." (take 2 (splitVersion version));

  # To `count` components; a suffix after "-" stays.
  pad =
    count: version:
    let
      numbers = builtins.head (splitString "-" version);
    in
    concatStringsSep "." (take count (splitVersion numbers ++ replicate count "0"))
    + removePrefix numbers version;
}
