# Text in double quotes, unit by unit: runs of what can stand as it is, blanks, and escapes.
{ lib }:
let
  inherit (lib) concatLists concatMap concatStrings foldl' genList head imap0 stringToCharacters;
  text = import ./text.nix { inherit lib; };
  inherit (text) continues;

  unicode = code: builtins.fromJSON ''"\u${code}"'';
  digits = stringToCharacters "0123456789ABCDEF";
  twoDigits = concatMap (high: map (low: high + low) digits) digits;

  named = {
    "07" = "a";
    "08" = "b";
    "09" = "t";
    "0A" = "n";
    "0B" = "v";
    "0C" = "f";
    "0D" = "r";
    "1B" = "e";
    "85" = "N";
  };

  # Character → escape, for all that need one and are not astral.
  escapes = builtins.listToAttrs (
    map (code: { name = unicode "00${code}"; value = "\\" + named.${code} or "x${code}"; })
      (builtins.filter (code: (code > "00" && code < "20") || (code >= "7F" && code < "A0")) twoDigits)
    ++ [
      { name = "\""; value = "\\\""; }
      { name = "\\"; value = "\\\\"; }
      { name = unicode "2028"; value = "\\L"; }
      { name = unicode "2029"; value = "\\P"; }
      { name = unicode "feff"; value = "\\uFEFF"; }
      { name = unicode "fffe"; value = "\\uFFFE"; }
      { name = unicode "ffff"; value = "\\uFFFF"; }
    ]
  );

  # Characters of four bytes are always escaped; their number is put together from the bytes.
  byteNumbers = builtins.listToAttrs (lib.imap0 (index: byte: { name = byte; value = index; }) continuationBytes);
  continuationBytes = map (code: builtins.substring 1 1 (unicode "00${code}"))
    (builtins.filter (code: code >= "80" && code < "C0") twoDigits);
  leads = builtins.listToAttrs (genList
    (index: { name = builtins.substring 0 1 (builtins.elemAt astralSamples index); value = index; })
    (builtins.length astralSamples));
  # One character for each of the leading bytes F0 to F4.
  astralSamples = map builtins.fromJSON [
    ''"\ud800\udc00"''
    ''"\ud8c0\udc00"''
    ''"\ud9c0\udc00"''
    ''"\udac0\udc00"''
    ''"\udbc0\udc00"''
  ];
  astral = character:
    let
      byte = index: builtins.substring index 1 character;
      number = foldl' (sum: index: sum * 64 + byteNumbers.${byte index}) leads.${byte 0} [ 1 2 3 ];
    in
    "\\U" + padded 8 (lib.toHexString number);
  padded = size: digits: lib.concatStrings (genList (_index: "0") (size - builtins.stringLength digits)) + digits;

  escapeOf = character:
    escapes.${character} or (if builtins.stringLength character == 4 then astral character else null);

  # Bytes and runs of printable ASCII, in order. (`]` stands first in a bracket expression to mean itself.)
  parts = string: concatMap
    (part: if builtins.isList part then [ { byte = head part; } ] else if part == "" then [ ] else [ { run = part; } ])
    (builtins.split "([^]!#-[^-~])" string);

  lengthOf = byte: if byte < firstContinuation then 1 else if byte < leadOf3 then 2 else if byte < leadOf4 then 3 else 4;
  firstContinuation = head continuationBytes;
  leadOf3 = builtins.substring 0 1 (unicode "0800");
  leadOf4 = builtins.substring 0 1 (head astralSamples);

  # Runs and characters, bytes of one character put together: [ { text; width; escape; } ], escape null where none is due.
  units = string:
    let
      all = parts string;
      byteAt = index: (builtins.elemAt all index).byte;
      character = index: concatStrings (genList (offset: byteAt (index + offset)) (lengthOf (byteAt index)));
      unit = index: part:
        if part ? run then [ { text = part.run; width = builtins.stringLength part.run; escape = null; } ]
        else if part.byte == " " then blank
        else if continues part.byte then [ ]
        else other (character index);
      other = text: [ { inherit text; width = 1; escape = escapeOf text; } ];
    in
    concatLists (imap0 unit all);
  blank = [ { text = " "; width = 1; escape = null; } ];
in
# text → [ { text; width; escape; } ], escape null where none is due.
units
