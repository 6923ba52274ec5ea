# What the volume types configMap and secret have in common: an object by name, or an item of the values.
toolbox@{ lib, schema, detect, value, ... }:
let
  inherit (lib) optionals;
  fields = import ./fields.nix toolbox;
in
{ collection, noun }:
{
  shape = schema.both [
    (fields.shape { optional = fields.projection // { name = schema.string; identifier = schema.string; }; })
    (schema.exactlyOne [ "name" "identifier" ])
  ];

  findings = ctx: path: item: optionals (item ? identifier) (detect.reference ctx {
    inherit collection noun;
    path = path ++ [ "identifier" ];
    id = item.identifier;
  });

  nameOf = ctx: id: item:
    if item ? identifier then ctx.names.${collection}.${item.identifier}
    else ctx.tpl [ "persistence" id "name" ] item.name;

  projection = value.pick [ "defaultMode" "items" ];
}
