# What a build or a fetcher would give, without it: it has a name and may be handed on, to
# `kubernetes.helm.releases.<name>.chart` above all. It throws when something needs its files.
let
  unbuilt = function: name:
    let
      needed = throw "${function} \"${name}\": its result is needed during evaluation, and Gantry's pkgs stand-in builds nothing; use gantry.override { pkgs = …; }";
    in
    {
      type = "derivation";
      inherit name;
      chart = { chart = name; builtBy = function; };
      outPath = needed;
      drvPath = needed;
      all = needed;
    };

  nameOf = arguments:
    arguments.name or (
      if arguments ? pname then "${arguments.pname}-${arguments.version or "0"}"
      else arguments.repo or (if arguments ? url then baseNameOf arguments.url else "source")
    );
in
{
  # name → environment → script
  command = function: name: _environment: _script: unbuilt function name;
  # { name; … }, or a function of the finished attributes
  derivation = function: arguments:
    unbuilt function (if builtins.isFunction arguments then "derivation" else nameOf arguments);
}
