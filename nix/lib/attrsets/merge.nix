# Several attribute sets made into one.
{ lib }:
let
  inherit (builtins)
    all
    attrNames
    catAttrs
    concatStringsSep
    elemAt
    genList
    head
    intersectAttrs
    isAttrs
    length
    listToAttrs
    map
    mapAttrs
    zipAttrsWith
    ;
  inherit (lib.attrsets) matchAttrs mergeAttrsList;

  # Like recursiveUpdate, which needs no path: that is what makes it the faster of the two. Both touch alone what is on
  # both sides: mapAttrs forgets positions, and people want to know where they wrote the rest.
  updateUntil =
    stop: path: left: right:
    left
    // right
    // mapAttrs (
      name: value:
      let
        here = path ++ [ name ];
      in
      if stop here left.${name} value then value else updateUntil stop here left.${name} value
    ) (intersectAttrs left right);

  recursiveUpdate =
    left: right:
    left
    // right
    // mapAttrs (
      name: value:
      if isAttrs value && isAttrs left.${name} then recursiveUpdate left.${name} value else value
    ) (intersectAttrs left right);
in
{
  inherit recursiveUpdate;

  recursiveUpdateUntil = stop: updateUntil stop [ ];

  optionalAttrs = condition: set: if condition then set else { };

  zipAttrs = zipAttrsWith (_: values: values);
  zipAttrsWithNames =
    names: f: sets:
    listToAttrs (
      map (name: {
        inherit name;
        value = f name (catAttrs name sets);
      }) names
    );

  # By halves: merging one after another copies the growing result each time.
  mergeAttrsList =
    sets:
    let
      count = length sets;
      half = count / 2;
      part = from: to: mergeAttrsList (genList (n: elemAt sets (from + n)) (to - from));
    in
    if count == 0 then
      { }
    else if count == 1 then
      head sets
    else
      part 0 half // part half count;

  overrideExisting = old: new: mapAttrs (name: value: new.${name} or value) old;

  unionOfDisjoint =
    left: right:
    let
      both = intersectAttrs left right;
      names = concatStringsSep " " (attrNames both);
    in
    left
    // right
    // mapAttrs (name: _: throw "unionOfDisjoint: collision on ${name}; complete list: ${names}") both;

  # Does `set` hold everything that `pattern` asks for?
  matchAttrs =
    pattern: set:
    assert isAttrs pattern;
    all (
      name:
      set ? ${name}
      && (
        if isAttrs pattern.${name} then
          isAttrs set.${name} && matchAttrs pattern.${name} set.${name}
        else
          pattern.${name} == set.${name}
      )
    ) (attrNames pattern);
}
