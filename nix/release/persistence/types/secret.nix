# Files from a Secret.
toolbox:
let
  source = import ../source.nix toolbox { collection = "secrets"; noun = "Secret"; };
in
{
  inherit (source) shape findings;
  mountPath = _item: null;
  volume = ctx: id: item: { secret = { secretName = source.nameOf ctx id item; } // source.projection item; };
}
