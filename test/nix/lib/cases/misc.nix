{ lib, ... }:
{
  fakeHash = f: [ [ f "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" ] ];
  fakeSha256 = f: [ [ (builtins.stringLength f) 64 ] ];
  fakeSha512 = f: [ [ (builtins.stringLength f) 128 ] ];
  imap = f: [ [ (f (index: item: "${toString index}${item}") [ "a" "b" ]) [ "1a" "2b" ] ] ];
}
