# Which values cross from Nix to JSON and back unchanged, and what is wrong with those that do not. The check
# of a good value allocates next to nothing; only a bad one is walked again for its path.
{ lib }:
let
  inherit (builtins)
    all attrNames attrValues concatLists fromJSON hasContext toJSON typeOf unsafeDiscardStringContext;
  inherit (lib) concatMap imap0;
  floats = import ../floats;

  # 2^53 − 1, the largest integer that every JSON reader keeps.
  largest = 9007199254740991;

  # toJSON writes these sets as one string.
  isTextual = value: value ? outPath || value ? __toString;

  checks = {
    string = value: !(hasContext value);
    int = value: value <= largest && value >= -largest;
    float = value: fromJSON (toJSON value) == value;
    bool = _: true;
    null = _: true;
    list = all crosses;
    set = value: !(isTextual value) && all crosses (attrValues value);
    lambda = _: false;
    path = _: false;
  };

  crosses = value: (checks.${typeOf value} or (_: false)) value;

  reasons = {
    int = value: "the integer ${toString value}, beyond ±(2^53−1), which would lose digits; write a string";
    float = value: "the number ${floats.json value} with more digits than Nix hands on; write a string";
    set = _: "a derivation or the like; interpolate it (\"\${…}\") where its path is meant";
    lambda = _: "a function; write the value it should give";
    path = value: "the path ${toString value}; write `builtins.readFile` for its content or `toString` for its name";
  };

  explain = path: value:
    let type = typeOf value; in
    if crosses value || type == "string" then [ ]
    else if type == "list" then concatLists (imap0 (index: explain (path ++ [ (toString index) ])) value)
    else if type == "set" && !(isTextual value)
    then concatMap (name: explain (path ++ [ name ]) value.${name}) (attrNames value)
    else [{ inherit path; reason = (reasons.${type} or (_: "a value of the type ${type}, which JSON does not have")) value; }];
in
{
  inherit crosses explain;

  # The same value without the store paths that its strings depend on: text is all that a manifest holds.
  # Only for values about which `explain` has nothing to say.
  withoutContext = value: if crosses value then value else fromJSON (unsafeDiscardStringContext (toJSON value));
}
