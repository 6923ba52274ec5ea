# Hashes, base64, JSON and patterns.
{ lib }:
let
  inherit (lib) concatStrings elemAt genList imap0 stringToCharacters;
  inherit (import ../../value.nix { inherit lib; }) show;
  inherit (import ./text.nix { inherit lib; }) print;

  one = of: { arity = 1; inherit of; };
  two = of: { arity = 2; inherit of; };
  three = of: { arity = 3; inherit of; };

  digits = stringToCharacters "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  valueOf = builtins.listToAttrs (imap0 (value: name: { inherit name value; }) digits);
  ascii = import ../../../lib/strings/ascii.nix;
  characters = builtins.listToAttrs (lib.mapAttrsToList (value: code: { name = toString code; inherit value; }) ascii);

  # Groups of `size`, the last one filled up with zeros.
  groups = size: list: genList
    (index: genList (offset: let at = index * size + offset; in if at < builtins.length list then elemAt list at else 0) size)
    ((builtins.length list + size - 1) / size);

  encode = fail: text:
    let
      codes = map (character: ascii.${character} or (fail "‘b64enc’ knows ASCII only: give the value in base64")) (stringToCharacters text);
      sextets = group:
        let all = elemAt group 0 * 65536 + elemAt group 1 * 256 + elemAt group 2; in
        [ (all / 262144) (all / 4096) (all / 64) all ];
      whole = concatStrings (map (value: elemAt digits (builtins.bitAnd value 63)) (lib.concatMap sextets (groups 3 codes)));
      padding = lib.mod (3 - lib.mod (builtins.length codes) 3) 3;
    in
    builtins.substring 0 (builtins.stringLength whole - padding) whole + concatStrings (lib.replicate padding "=");

  decode = fail: text:
    let
      given = stringToCharacters (lib.removeSuffix "=" (lib.removeSuffix "=" text));
      values = map (character: valueOf.${character} or (fail "‘b64dec’: this is not base64")) given;
      octets = group:
        let all = elemAt group 0 * 262144 + elemAt group 1 * 4096 + elemAt group 2 * 64 + elemAt group 3; in
        [ (all / 65536) (all / 256) all ];
      codes = lib.take (builtins.length values * 3 / 4) (lib.concatMap octets (groups 4 values));
      character = code: characters.${toString (builtins.bitAnd code 255)} or (fail "‘b64dec’ knows ASCII only: write the value as text");
    in
    concatStrings (map character codes);

  # Go's patterns → POSIX'. What means something else there is refused.
  pattern = fail: given:
    let
      text = print given;
      foreign = lib.findFirst (mark: lib.hasInfix mark text) null [ "(?" "*?" "+?" "??" "\\b" "\\B" "\\A" "\\z" "\\p" "|" ];
    in
    if foreign != null then fail "the pattern ${show text} holds ‘${foreign}’, which is not known here; write it in Nix"
    else builtins.replaceStrings [ "\\d" "\\D" "\\w" "\\W" "\\s" "\\S" "\\-" ] [ "[0-9]" "[^0-9]" "[0-9A-Za-z_]" "[^0-9A-Za-z_]" "[[:space:]]" "[^[:space:]]" "-" ] text;

  replaced = fail: regex: text: with':
    let
      fill = groups: builtins.replaceStrings
        (lib.concatLists (genList (index: [ "\${${toString (index + 1)}}" ("$" + toString (index + 1)) ]) (builtins.length groups)))
        (lib.concatMap (group: let shown = if group == null then "" else group; in [ shown shown ]) groups)
        with';
    in
    concatStrings (map (part: if builtins.isList part then fill part else part) (builtins.split (pattern fail regex) text));
in
{
  table = { fail, ... }: {
    b64enc = one (value: encode fail (print value));
    b64dec = one (value: decode fail (print value));
    sha1sum = one (value: builtins.hashString "sha1" (print value));
    sha256sum = one (value: builtins.hashString "sha256" (print value));
    sha512sum = one (value: builtins.hashString "sha512" (print value));
    fromJson = one (value: builtins.fromJSON (print value));
    regexMatch = two (regex: value: builtins.length (builtins.split (pattern fail regex) (print value)) > 1);
    regexReplaceAll = three (regex: value: with': replaced fail regex (print value) (print with'));
  };
}
