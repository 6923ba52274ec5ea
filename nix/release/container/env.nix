/* Environment variables.
   A list keeps its order; an attribute set is sorted by name, what others depend on first. A value is text, a
   number, a boolean, null, or { value | valueFrom | fieldRef | resourceFieldRef | secretKeyRef | configMapKeyRef }. */
{ lib, value, topology, ... }:
let
  inherit (lib) findFirst imap0;
  inherit (value) toText;

  references = [ "fieldRef" "resourceFieldRef" "secretKeyRef" "configMapKeyRef" ];

  literal = ctx: path: given:
    if given == null then null
    else if builtins.isString given then ctx.tpl path given
    else toText given;

  source = ctx: path: given:
    let reference = findFirst (name: given ? ${name}) null references; in
    if given ? valueFrom then { valueFrom = ctx.tplDeep (path ++ [ "valueFrom" ]) given.valueFrom; }
    else if reference != null then { valueFrom.${reference} = given.${reference}; }
    else { value = literal ctx (path ++ [ "value" ]) (given.value or null); };

  variable = ctx: path: name: given:
    { inherit name; } // (if builtins.isAttrs given then source ctx path given else { value = literal ctx path given; });
in
{
  list = ctx: at: container:
    let
      env = container.env or { };
      path = at.path ++ [ "env" ];
    in
    if builtins.isList env
    then imap0 (index: item: variable ctx (path ++ [ index ]) item.name item) env
    else map (name: variable ctx (path ++ [ name ]) name env.${name}) (topology.sort env);

  findings = _ctx: at: container:
    let env = container.env or { }; in
    if builtins.isAttrs env then topology.findings (at.path ++ [ "env" ]) "variable" env
    else [ ];
}
