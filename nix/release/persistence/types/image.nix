# The content of an OCI image as a read-only volume (Kubernetes 1.31 and later).
toolbox@{ schema, value, ... }:
let
  inherit (schema) either enum record string scalar;
  fields = import ../fields.nix toolbox;

  reference = image:
    if builtins.isString image then image else "${image.repository}:${value.toText image.tag}";
in
{
  shape = fields.shape {
    required.image = either "a reference or { repository, tag }" [
      string
      (record { required = { repository = string; tag = scalar; }; optional.pullPolicy = string; })
    ];
    optional.pullPolicy = enum [ "Always" "IfNotPresent" "Never" ];
  };
  findings = _ctx: _path: _item: [ ];
  mountPath = _item: null;
  volume = _ctx: _id: item: {
    image = value.compact {
      reference = reference item.image;
      pullPolicy = item.pullPolicy or (if builtins.isAttrs item.image then item.image.pullPolicy or null else null);
    };
  };
}
