/* Renders many requests in one evaluation, for programs: [ { id; releaseName; namespace; values; chart; … } ] →
   [ { id; objects; } | { id; error; } ]. A request that goes wrong does not stop the others. */
{ lib }:
let
  attempt = import ./attempt.nix { inherit lib; };
  inherit (import ./value.nix { inherit lib; }) showPath;

  describe = { path, message }: "${showPath ([ "values" ] ++ path)}: ${message}";

  answer = { id, releaseName, namespace, values, chart, capabilities ? { }, ... }:
    let
      result = attempt {
        name = releaseName;
        labelsAs = "Helm";
        inherit namespace values chart capabilities;
      };
      objects = builtins.tryEval (builtins.deepSeq result.objects result.objects);
    in
    { inherit id; } // (
      if result.findings != [ ] then { error = builtins.concatStringsSep "\n" (map describe result.findings); }
      else if objects.success then { objects = objects.value; }
      # tryEval keeps the message to itself.
      else { error = "a template string in the values cannot be evaluated"; }
    );
in
map answer
