# Scratch space that lives as long as the pod.
toolbox@{ schema, value, ... }:
let
  fields = import ../fields.nix toolbox;
in
{
  shape = fields.shape { optional = { medium = schema.string; sizeLimit = schema.string; }; };
  findings = _ctx: _path: _item: [ ];
  mountPath = _item: null;
  volume = _ctx: _id: item: { emptyDir = value.pick [ "medium" "sizeLimit" ] item; };
}
