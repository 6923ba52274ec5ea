/* render : { name, values, … } → [ object ]

   name          release name; with chart.name it decides the resource names
   namespace     namespace of the namespaced objects; null leaves it out
   values        app-template values as the user writes them, without the library's defaults
   chart         { name; version; appVersion ? }: what `helm.sh/chart` and `.Chart` say
   capabilities  { kubeVersion = "1.32"; apiVersions = [ ]; }: what the cluster offers
   labelsAs     label `app.kubernetes.io/managed-by`; Helm, so that objects made by Helm before stay as they are

   whereIs       path below `values` → text behind a message about it: where it was written

   Objects come in the order of order.nix, inside a class by identifier. Values that do not fit are one
   error which lists everything that is wrong, each with its path below `values`. */
{ lib }:
let
  attempt = import ./attempt.nix { inherit lib; };
  inherit (import ./value.nix { inherit lib; }) showPath;

  line = whereIs: { path, message }: "  - ${showPath ([ "values" ] ++ path)}: ${message}${whereIs path}";
in
{ name
, values
, namespace ? null
, chart ? { name = "app-template"; version = "4.1.1"; }
, capabilities ? { }
, labelsAs ? "Helm"
, whereIs ? _path: ""
}:
let
  result = attempt { inherit name namespace values chart capabilities labelsAs; };
in
if result.findings == [ ] then result.objects
else
  throw (builtins.concatStringsSep "\n"
    ([ "release ‘${name}’: the values do not fit ${chart.name} ${chart.version}:" ] ++ map (line whereIs) result.findings))
