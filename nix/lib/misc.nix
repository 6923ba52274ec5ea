# lib.misc: the hashes that stand for one not yet known.
_:
let
  fakeSha256 = "0000000000000000000000000000000000000000000000000000000000000000";
in
{
  inherit fakeSha256;
  fakeHash = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
  fakeSha512 = fakeSha256 + fakeSha256;
}
