# Secrets: `stringData`, which the API server encodes. Token Secrets of service accounts have none.
{ schema, fields, metadata, value, finalNewline, ... }:
let
  inherit (schema) bool mapOf string;
in
{
  shape = fields.item {
    required.stringData = mapOf string;
    optional = { type = string; includeInChecksum = bool; };
  };

  validate = _ctx: _id: _item: [ ];

  toObject = ctx: id: item:
    let stringData = (finalNewline.carried ctx.items.secrets).${id}.stringData or { }; in
    metadata.head ctx { apiVersion = "v1"; kind = "Secret"; collection = "secrets"; inherit id item; }
    // value.pick [ "type" ] item
    // value.dropEmpty { stringData = ctx.tplDeep [ "secrets" id "stringData" ] (finalNewline.printed stringData); };
}
