# ServiceAccounts. With `staticToken` a token Secret stands beside the account (collections.nix).
{ schema, fields, metadata, collections, ... }:
{
  shape = fields.item { optional.staticToken = schema.bool; };

  validate = _ctx: _id: _item: [ ];

  toObject = ctx: id: item:
    metadata.head ctx { apiVersion = "v1"; kind = "ServiceAccount"; collection = "serviceAccount"; inherit id item; }
    // (if item.staticToken or false then { secrets = [ { name = ctx.names.secrets.${collections.tokenId id}; } ]; } else { });
}
