# Where the definitions of a module are written, for messages: { file; definitions; }, the file of the module and a list
# of { root; path; value; priority; file; line; column; }, one per attribute and list item with a place. Roots are
# `resources` (and `api` for the long names), `objects`, `defaults` (of the API), `instances` and `releases` (of Helm); a
# definition inside the submodule of an instance carries the name of that instance.
#
# An item of a list is { item; of; } in a path: its index in the definition `of`, since the definitions of a list are
# joined in an order that is not known here.
#
# Only what people wrote is looked at, never what became of it: that is cheap, and it keeps the positions, which Nix
# forgets in mapAttrs.
{ lib }:
let
  inherit (builtins)
    attrNames concatLists concatMap elem elemAt filter genList isAttrs isList length mapAttrs stringLength tryEval typeOf;
  inherit (lib) mapAttrsToList optionalAttrs;

  inherit (import ../module-system/position.nix) firstPosition isKnown positionOf;

  # Deeper than any object; sets that contain themselves end here.
  deepest = 32;
  # Longer texts are compared by nobody.
  longest = 256;

  shown = value:
    elem (typeOf value) [ "bool" "int" "float" ] || typeOf value == "string" && stringLength value <= longest;

  entry = at: value: if !(isKnown at.pos) then [ ] else [
    ({
      inherit (at) root path priority;
      inherit (at.pos) file line column;
    }
    // optionalAttrs (at.instance != null) { inherit (at) instance; }
    // optionalAttrs (shown value) {
      value = if typeOf value == "string" then builtins.unsafeDiscardStringContext value else value;
    })
  ];

  # Properties are taken off as the module system does; what fails to evaluate is a place without a value.
  walk = at: lazy:
    let
      forced = tryEval lazy;
      inherit (forced) value;
      tag = if isAttrs value then value._type or null else null;
    in
    if !forced.success then entry at null
    else if tag == "merge" then each at value.contents
    else if tag == "if" then (if (tryEval value.condition).value == true then walk at value.content else [ ])
    else if tag == "override" then walk (at // { inherit (value) priority; }) value.content
    else if tag == "order" then walk at value.content
    else if tag == "definition" then walk at value.value
    else if length at.path >= deepest then [ ]
    else entry at value ++ below at value;

  # Several definitions of one thing.
  each = at: values: concatLists
    (genList (index: walk (at // { of = "${at.of}.${toString index}"; }) (elemAt values index)) (length values));

  below = at: value:
    if isList value then
      concatLists (genList (index: walk (itemOf at index (elemAt value index)) (elemAt value index)) (length value))
    else if isAttrs value && value.type or null != "derivation" then
      concatMap
        (name: walk (at // { path = at.path ++ [ name ]; pos = positionOf at.pos value name; }) value.${name})
        (filter (name: !(isChart at name)) (attrNames value))
    else [ ];

  # Charts are not written by people, and some can only be looked at after a build.
  isChart = at: name: at.root == "releases" && length at.path == 1 && name == "chart";

  itemOf = at: index: lazy:
    let forced = tryEval lazy; in
    at // {
      path = at.path ++ [ { item = index; inherit (at) of; } ];
      pos = if forced.success && isAttrs forced.value then firstPosition at.pos forced.value else at.pos;
    };

  start = root: instance: { inherit root instance; of = ""; path = [ ]; pos = null; priority = 100; };

  resources = instance: options:
    each (start "resources" instance) (options.kubernetes.resources.definitions or [ ])
    ++ each (start "api" instance) (inApi "resources" options)
    ++ each (start "objects" instance) (options.kubernetes.objects.definitions or [ ])
    ++ each (start "releases" instance) (options.kubernetes.helm.releases.definitions or [ ])
    ++ each (start "defaults" instance) (inApi "defaults" options)
    ++ each (start "instances" instance) (options.submodules.instances.definitions or [ ])
    ++ concatLists (mapAttrsToList resources (inside options));

  # What is defined of one member of `kubernetes.api`.
  inApi = name: options: builtins.catAttrs name (filter isAttrs (options.kubernetes.api.definitions or [ ]));

  # The options inside the submodule of each instance, as far as the engine tells them.
  inside = options: mapAttrs
    (_: meta: meta.configuration.options.config.valueMeta.configuration.options or { })
    (options.submodules.instances.valueMeta.attrs or { });
in
file: { options, ... }:
{
  file = toString file;
  definitions = resources null options;
}
