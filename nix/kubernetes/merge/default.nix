# How the definitions of one resource become one object. The schema table says which fields are structs,
# which lists are merged by key and which values are opaque; the rest follows from the values themselves:
# attribute sets merge, lists are joined, anything else must agree.
#
# Three facts of kubenix show in the results and are therefore kept. Every struct is a submodule there, so
# the order of definitions turns round at each (and with it the order in which plain lists are joined). A
# field of a struct that nobody defines is null, so that a module may look at its own object without
# recursion; `absent` adds the nulls of fields that no definition mentions. And optional fields have null at
# priority 1002: a weaker definition is lost.
{ lib, schema, absent ? { } }:
let
  inherit (builtins)
    addErrorContext all attrNames concatLists concatMap concatStringsSep elem elemAt filter head isAttrs isList length mapAttrs removeAttrs;
  inherit (lib) last reverseList showOption unique zipAttrsWith;

  conflict = import ./conflict.nix { inherit lib; };

  properties = import ./properties.nix { inherit lib; };
  keyedList = import ./keyed-list.nix { inherit lib; };
  inherit (properties) isProperty resolve;

  isDerivation = value: value ? outPath && value.type or null == "derivation";
  isOpen = value: isAttrs value && !(isDerivation value);

  turned = definitions: if length definitions < 2 then definitions else reverseList definitions;

  # name → definitions of that member, in order.
  members = definitions:
    zipAttrsWith (_: concatLists)
      (map (def: mapAttrs (_: value: [ { inherit (def) file; inherit value; } ]) def.value) definitions);

  struct = ref: loc: definitions:
    let
      fields = schema.fields.${ref} or { };
      required = schema.required.${ref} or { };
      shallow = schema.shallow.${ref} or [ ];
      whole = schema.whole.${ref} or null;
      member = name: defs:
        let
          at = loc ++ [ name ];
          # Made only when something fails; it is all that an infinite recursion says about its place.
          context = "while evaluating the field `${showOption at}` in ${concatStringsSep ", " (unique (map (def: def.file) defs))}";
          weakest = if required ? ${name} || whole != null then 10000 else 1001;
          found = resolve { loc = at; inherit weakest; } defs;
        in
        addErrorContext context (
          if found == [ ] then missing.${name} or null
          else if elem name shallow then opaque at found
          else if whole != null && !(elem name whole) then value null at [ (last found) ]
          else value (fields.${name} or null) at found
        );
      missing = mapAttrs
        (name: empty:
          if empty == null then null
          else if fields ? ${name} && isAttrs empty then struct (head fields.${name}) (loc ++ [ name ]) [ ]
          else empty)
        required;
      own = mapAttrs member (members definitions);
    in
    (absent.${ref} or { }) // missing // own;

  # Resolved definitions of one field → its value.
  value = field: loc: definitions:
    let first = (head definitions).value; in
    if field != null && length field > 1 && all (def: isList def.value || isOpen def.value) definitions
    then keyed field loc definitions
    else if all (def: isOpen def.value) definitions
    then if field == null then map_ loc definitions else struct (head field) loc (turned definitions)
    else if all (def: isList def.value) definitions then joined field loc definitions
    else if length definitions == 1 || all (def: def.value == first) definitions then first
    else conflict loc definitions;

  map_ = loc: definitions: defined (name: value null (loc ++ [ name ])) loc (members definitions);

  # Only members with a definition that counts. Decides by looking at values, as attrsOf does.
  defined = make: loc: all':
    let
      found = mapAttrs (name: resolve { loc = loc ++ [ name ]; }) all';
      gone = filter (name: found.${name} == [ ]) (attrNames found);
    in
    mapAttrs make (if gone == [ ] then found else removeAttrs found gone);

  keyed = field: loc: definitions:
    let
      key = elemAt field 1;
      item = name: defs:
        let
          at = loc ++ [ name ];
          named = { file = "the name of the attribute"; value.${key} = { _type = "override"; priority = 1001; content = name; }; };
        in
        if !(all (def: isOpen def.value) defs) then conflict at defs
        else struct (head field) at (turned defs ++ (if keyedList.isUnnamed name then [ ] else [ named ]));
    in
    keyedList.toList (defined item loc (members (map (keyedList.toAttrs { inherit field loc; }) definitions)));

  joined = field: loc: definitions:
    concatMap
      (def: concatMap
        (item:
          let found = resolve { inherit loc; } [ { inherit (def) file; value = item; } ]; in
          if found == [ ] then [ ] else [ (value field loc found) ])
        def.value)
      definitions;

  # Each member is taken whole from the last definition that has it.
  opaque = loc: definitions:
    if !(all (def: isOpen def.value) definitions) then value null loc definitions
    else defined (name: defs: value null (loc ++ [ name ]) [ (last defs) ]) loc (members definitions);
in
{
  inherit defined members opaque resolve struct isProperty isOpen;
}
