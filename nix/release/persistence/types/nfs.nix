# A share of an NFS server.
toolbox@{ schema, ... }:
let
  fields = import ../fields.nix toolbox;
in
{
  shape = fields.shape { required = { server = schema.string; path = schema.string; }; };
  findings = _ctx: _path: _item: [ ];
  mountPath = _item: null;
  volume = _ctx: _id: item: { nfs = { inherit (item) server path; }; };
}
