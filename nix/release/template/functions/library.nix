# `tpl`, and `include` of the library's own templates.
{ lib }:
let
  inherit (import ../../value.nix { inherit lib; }) show;

  names = ctx: {
    "bjw-s.common.lib.metadata.selectorLabels" = 
      "app.kubernetes.io/name: ${ctx.name}\napp.kubernetes.io/instance: ${ctx.release.name}";
    "bjw-s.common.lib.chart.names.name" = ctx.name;
    "bjw-s.common.lib.chart.names.fullname" = ctx.fullname;
    "bjw-s.common.lib.chart.names.chart" =
      lib.removeSuffix "-" (builtins.substring 0 63 (builtins.replaceStrings [ "+" ] [ "_" ] "${ctx.chart.name}-${ctx.chart.version}"));
  };
in
{
  table = { ctx, fail, tpl }: {
    tpl = {
      arity = 2;
      of = text: context: if builtins.isString text then tpl context text else fail "‘tpl’ wants a text, not ${show text}";
    };
    include = {
      arity = 2;
      of = name: _context:
        let known = names ctx; in
        known.${name} or (fail "the template ‘${name}’ cannot be included (known are ${builtins.concatStringsSep ", " (builtins.attrNames known)})");
    };
  };
}
