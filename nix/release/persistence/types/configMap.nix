# Files from a ConfigMap.
toolbox:
let
  source = import ../source.nix toolbox { collection = "configMaps"; noun = "ConfigMap"; };
in
{
  inherit (source) shape findings;
  mountPath = _item: null;
  volume = ctx: id: item: { configMap = { name = source.nameOf ctx id item; } // source.projection item; };
}
