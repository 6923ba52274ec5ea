/* Where a finding about values was written, as text behind its message: definitions of the arguments → path below
   `values` → " (FILE:LINE:COLUMN)", empty where nobody wrote it. Only asked when something is wrong. */
{ lib }:
let
  inherit (builtins) elemAt foldl' hasAttr head isAttrs isInt isList length tail tryEval;
  inherit (lib) concatMap drop filter;
  inherit (import ../../module-system/position.nix) firstPosition isKnown positionOf;

  # What values.nix makes of the arguments, the other way round; null stands for any name. The first that fits counts.
  arguments = [
    { values = [ "controllers" null "containers" null "args" ]; argument = [ "arguments" ]; }
    { values = [ "controllers" null "containers" null "envFrom" ]; argument = [ "secretName" ]; }
    { values = [ "controllers" null "containers" null ]; argument = [ ]; }
    { values = [ "controllers" null "pod" "securityContext" ]; argument = [ "podSecurityContext" ]; }
    { values = [ "controllers" null "pod" ]; argument = [ ]; }
    { values = [ "controllers" null "cronjob" ]; argument = [ ]; }
    { values = [ "controllers" null "type" ]; argument = [ "controllerType" ]; }
    { values = [ "controllers" null ]; argument = [ ]; }
    { values = [ "service" null "type" ]; argument = [ "serviceType" ]; }
    { values = [ "service" null "annotations" ]; argument = [ "serviceAnnotations" ]; }
    { values = [ "service" null "ports" "http" ]; argument = [ "port" ]; }
    { values = [ "service" null "ports" ]; argument = [ "extraPorts" ]; }
    { values = [ "ingress" null "annotations" ]; argument = [ "ingressAnnotations" ]; }
    { values = [ "ingress" null "className" ]; argument = [ "ingressClass" ]; }
    { values = [ "ingress" null "hosts" ]; argument = [ "hosts" ]; }
    { values = [ "persistence" null ]; argument = [ "persistence" ]; }
    { values = [ "configMaps" null ]; argument = [ "config" ]; }
  ];

  fits = pattern: path:
    pattern == [ ]
    || path != [ ]
      && (head pattern == null || head pattern == head path)
      && fits (tail pattern) (tail path);

  argumentOf = path:
    let found = filter ({ values, ... }: fits values path) arguments; in
    if found == [ ] then [ ]
    else (head found).argument ++ drop (length (head found).values) path;

  peel = value: concatMap
    (content: if content ? _type && content ? content then peel content.content else [ content ])
    (lib.modules.dischargeProperties value);

  deepest = foldl' (best: found: if found.depth > best.depth then found else best);

  follow = found: path: lazy:
    let values = tryEval (peel lazy); in
    if path == [ ] || !values.success then found
    else deepest found (map (step found path) values.value);

  step = found: path: value:
    let part = head path; in
    if isAttrs value && !(isInt part) && hasAttr part value then
      follow { depth = found.depth + 1; pos = positionOf found.pos value part; } (tail path) value.${part}
    else if isList value && isInt part && part < length value then
      let item = tryEval (elemAt value part); in
      follow
        {
          depth = found.depth + 1;
          pos = if item.success && isAttrs item.value then firstPosition found.pos item.value else found.pos;
        }
        (tail path)
        item.value
    else found;

  nowhere = { depth = 0; pos = null; };
in
definitions: path:
let
  along = way: deepest nowhere (map (follow nowhere way) definitions);
  written = along ([ "values" ] ++ path);
  made = along (argumentOf path);
  isWhole = written.depth > length path;
  found = if isWhole || made.pos == null then written.pos else made.pos;
in
if !(isKnown found) then ""
else " (${found.file}:${toString found.line}:${toString found.column})"
