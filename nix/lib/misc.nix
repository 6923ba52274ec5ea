# lib.misc: the hashes that stand for one not yet known, and an older name.
{ lib }:
let
  fakeSha256 = "0000000000000000000000000000000000000000000000000000000000000000";
in
{
  inherit fakeSha256;
  imap = lib.lists.imap1;
  fakeHash = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
  fakeSha512 = fakeSha256 + fakeSha256;
}
