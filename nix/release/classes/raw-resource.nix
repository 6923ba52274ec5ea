# Any other object: apiVersion and kind, and a body below `spec` whose names stand at the top level of the object.
{ schema, fields, metadata, value, finalNewline, ... }:
let
  inherit (value) orElse;
  inherit (schema) fail map nullOr string;
in
{
  shape = fields.item { required = { apiVersion = string; kind = string; spec = nullOr map; }; };

  validate = _ctx: id: item:
    let path = [ "rawResources" id ]; in
    builtins.concatMap
      (name: if (item.spec ? ${name}) then fail (path ++ [ "spec" name ]) "is made from the item itself" else [ ])
      [ "apiVersion" "kind" "metadata" ];

  toObject = ctx: id: item:
    let carried = (finalNewline.carried ctx.items.rawResources).${id}; in
    ctx.tplDeep [ "rawResources" id "spec" ] (finalNewline.printed (orElse { } carried.spec))
    // metadata.head ctx {
      inherit (item) apiVersion kind;
      inherit id item;
      collection = "rawResources";
      namespaced = false;
    };
}
