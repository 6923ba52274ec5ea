# A path of the node, mounted at the same path unless told otherwise.
toolbox@{ schema, value, ... }:
let
  inherit (value) compact;
  fields = import ../fields.nix toolbox;
in
{
  shape = fields.shape { required.hostPath = schema.string; optional.hostPathType = schema.string; };

  findings = _ctx: path: item: if item.hostPath == "" then schema.fail (path ++ [ "hostPath" ]) "must not be empty" else [ ];

  mountPath = item: item.hostPath;

  volume = _ctx: _id: item: { hostPath = compact { path = item.hostPath; type = item.hostPathType or null; }; };
}
