# The three styles of text. at = { indent; column; split; }: where further lines begin, where the text begins, and
# whether it may be broken into lines at all. The width is 80.
{ lib }:
let
  inherit (lib) concatStrings imap0;
  text = import ./text.nix { inherit lib; };
  inherit (text) pieces spaces walk width;
  double = import ./double-quoted.nix { inherit lib; };
  limit = 80;

  # Words with single blanks between them; behind column 80 a single blank becomes a line break.
  fold = { indent, column, split }: measure: words:
    let
      step = position: word:
        if word.first then { next = word.width + column; out = word.text; }
        else if split && word.afterSingleBlank && position > limit
        then { next = indent + word.width; out = "\n" + spaces indent + word.text; }
        else { next = position + 1 + word.width; out = " " + word.text; };
      described = imap0
        (index: word: {
          text = word;
          width = measure word;
          first = index == 0;
          afterSingleBlank = index > 0 && word != "" && builtins.elemAt words (index - 1) != "";
        })
        words;
    in
    walk step column described;

  measureFor = string: if text.isAscii string then builtins.stringLength else width;

  # Line, break, line, break, …, line.
  lines = builtins.split "(\n|${builtins.concatStringsSep "|" text.rareBreaks})";
in
{
  plain = at: string: fold at (measureFor string) (pieces " " string);

  single = at@{ indent, column, ... }: string:
    let
      measure = measureFor string;
      parts = lines (builtins.replaceStrings [ "'" ] [ "''" ] string);
      count = builtins.length parts;
      part = builtins.elemAt parts;
      isEmpty = index: part index == "";

      line = index: fold (at // { column = if index == 0 then column + 1 else indent; }) measure (pieces " " (part index));

      # A run of line breaks is one longer in the file; the text goes on at the indent.
      lineBreak = index:
        let
          begins = index == 1 || !(isEmpty (index - 1));
          ends = index == count - 2 || !(isEmpty (index + 1));
          mark = builtins.head (part index);
        in
        (if begins && mark == "\n" then "\n" else "") + mark + (if ends then spaces indent else "");
    in
    "'" + concatStrings (imap0 (index: found: if builtins.isList found then lineBreak index else line index) parts) + "'";

  inherit double;
}
