# Order by `dependsOn`: what others depend on comes first; among what is ready, the alphabetically first.
{ lib }:
let
  inherit (lib) all attrNames concatMap elem filter findFirst toList;

  dependencies = item: if builtins.isAttrs item && item ? dependsOn then toList item.dependsOn else [ ];

  step = items: done: left:
    let
      ready = name: all (dependency: elem dependency done) (dependencies items.${name});
      next = findFirst ready null left;
    in
    if left == [ ] then { inherit done; stuck = [ ]; }
    else if next == null then { inherit done; stuck = left; }
    else step items (done ++ [ next ]) (filter (name: name != next) left);

  order = items:
    if all (name: dependencies items.${name} == [ ]) (attrNames items)
    then { done = attrNames items; stuck = [ ]; }
    else step items [ ] (attrNames items);
in
{
  # Names of `items` in their order; only for items without findings.
  sort = items: (order items).done;

  # What is wrong with the dependencies: unknown names, or a cycle.
  findings = path: noun: items:
    let
      unknown = concatMap
        (name: map
          (dependency: {
            path = path ++ [ name "dependsOn" ];
            message = "there is no enabled ${noun} ‘${dependency}’";
          })
          (filter (dependency: !(items ? ${dependency})) (dependencies items.${name})))
        (attrNames items);
      inherit (order items) stuck;
    in
    if unknown != [ ] then unknown
    else if stuck != [ ] then [ { inherit path; message = "dependsOn goes in a circle: ${builtins.concatStringsSep ", " stuck}"; } ]
    else [ ];
}
