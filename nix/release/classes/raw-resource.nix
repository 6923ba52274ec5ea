# Any other object: apiVersion and kind, and a body below `spec` whose names stand at the top level of the object.
{ schema, fields, metadata, value, ... }:
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
    ctx.tplDeep [ "rawResources" id "spec" ] (orElse { } item.spec)
    // metadata.head ctx {
      inherit (item) apiVersion kind;
      inherit id item;
      collection = "rawResources";
      namespaced = false;
    };
}
