# Any other Kubernetes volume, written out.
toolbox@{ schema, ... }:
let
  fields = import ../fields.nix toolbox;
in
{
  shape = fields.shape { required.volumeSpec = schema.map; };
  findings = _ctx: path: item:
    if item.volumeSpec == { } then schema.fail (path ++ [ "volumeSpec" ]) "must not be empty" else [ ];
  mountPath = _item: null;
  volume = _ctx: _id: item: item.volumeSpec;
}
