/* Line feeds at the end of texts, as they come out of upstream. It hands values from template to template as YAML
   text without its final line feed, and reads that again: a block of text that stands at the very end loses one.
   Blocks only: what is written in quotes keeps everything.

     passed value      a value that was once carried so
     carried items     enabled items by identifier, as they arrive at the template of their class
     printed value     a value behind which the text goes on: blank lines at its end are cut off
     trimmed value     a value that ends its text: line feeds at its end are cut off */
{ lib }:
let
  inherit (builtins) attrNames isAttrs isList isString;
  inherit (lib) hasSuffix init last mapAttrs removeSuffix;
  inherit (import ./checksum/yaml.nix { inherit lib; }) isBlock sortKeys;

  # A value with its last scalar changed, in the order of Go's YAML.
  atEnd = change: value:
    if isAttrs value && value != { } then
      let name = last (sortKeys (attrNames value)); in
      value // { ${name} = atEnd change value.${name}; }
    else if isList value && value != [ ] then init value ++ [ (atEnd change (last value)) ]
    else if isString value && isBlock value then change value
    else value;

  passed = atEnd (removeSuffix "\n");

  withoutBlankEnd = text: if hasSuffix "\n\n" text || text == "\n" then withoutBlankEnd (removeSuffix "\n" text) else text;

  withoutEnd = text: if hasSuffix "\n" text then withoutEnd (removeSuffix "\n" text) else text;

  # Names that upstream writes beside what the values say.
  added = { identifier = ""; name = ""; };
in
{
  inherit passed;

  carried = items: mapAttrs (_id: item: builtins.intersectAttrs item (passed (added // item))) (passed items);

  printed = atEnd withoutBlankEnd;
  trimmed = atEnd withoutEnd;
}
