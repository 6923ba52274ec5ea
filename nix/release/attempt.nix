/* attempt : { name, values, … } → { findings; objects; }

   findings  everything that is wrong, as data: [ { path; message; } ], path below `values`
   objects   the objects; only to be looked at when there are no findings. A template string that goes wrong
             still throws.

   render.nix says what the arguments are. */
{ lib }:
let
  inherit (lib) concatMap mapAttrsToList;

  toolbox = import ./toolbox.nix { inherit lib; };
  order = import ./order.nix;
in
{ name, values, namespace, chart, capabilities, labelsAs }:
let
  ctx = toolbox.context { inherit name namespace values chart capabilities labelsAs; };

  # Rules look into items, so they wait until every item has the right shape.
  shapes = toolbox.validate.shapes values;
in
{
  findings = if shapes != [ ] then shapes else toolbox.validate.rules ctx;

  objects = concatMap
    ({ collection, class }: mapAttrsToList
      (id: item: toolbox.classes.${class item}.toObject ctx id item)
      ctx.items.${collection})
    order;
}
