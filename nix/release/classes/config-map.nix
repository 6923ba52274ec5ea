# ConfigMaps: text in `data`, bytes as base64 in `binaryData`.
{ schema, fields, metadata, value, finalNewline, ... }:
let
  inherit (schema) bool both exactlyOne fail mapOf string;
in
{
  shape = both [
    (fields.item { optional = { data = mapOf string; binaryData = mapOf string; includeInChecksum = bool; }; })
    (exactlyOne [ "data" "binaryData" ])
  ];

  validate = _ctx: id: item:
    if (item.data or { }) == { } && (item.binaryData or { }) == { }
    then fail [ "configMaps" id ] "has no content: neither data nor binaryData holds anything"
    else [ ];

  toObject = ctx: id: item:
    let
      carried = (finalNewline.carried ctx.items.configMaps).${id};
      content = field: ctx.tplDeep [ "configMaps" id field ] (finalNewline.printed (carried.${field} or { }));
    in
    metadata.head ctx { apiVersion = "v1"; kind = "ConfigMap"; collection = "configMaps"; inherit id item; }
    // value.dropEmpty {
      data = content "data";
      binaryData = content "binaryData";
    };
}
