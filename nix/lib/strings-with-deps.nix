# lib.stringsWithDeps: texts put after those they depend on.
{ lib }:
let
  inherit (builtins) foldl' isAttrs map;
  inherit (lib.strings) concatStringsSep;
  inherit (lib.stringsWithDeps) textClosureList;
in
{
  textClosureList =
    predefined: entries:
    let
      visit =
        state: entry:
        if isAttrs entry then
          let
            before = foldl' visit state entry.deps;
          in
          before // { result = before.result ++ [ entry.text ]; }
        else if state.done ? ${entry} then
          state
        else
          visit (state // { done = state.done // { ${entry} = true; }; }) predefined.${entry};
    in
    (foldl' visit {
      done = { };
      result = [ ];
    } entries).result;
  textClosureMap =
    f: predefined: names:
    concatStringsSep "\n" (map f (textClosureList predefined names));

  noDepEntry = text: {
    inherit text;
    deps = [ ];
  };
  fullDepEntry = text: deps: { inherit deps text; };
  packEntry = deps: {
    inherit deps;
    text = "";
  };
  stringAfter = deps: text: { inherit deps text; };
}
