/* Makes a type for `submodules.instances` cheap where it can be: an instance that says nothing but its submodule and
   its arguments, of a submodule that knows a direct way (`direct` of its import), and that receives nothing but what
   every instance does. Whatever is not handed on is taken from the evaluated instance, when somebody asks.

   own     how many entries of `submodules.defaults` this configuration makes itself
   layer   the configuration of the kubernetes layer where nobody defines anything */
{ lib, choice, config, own, layer }:
let
  inherit (builtins) head isAttrs isString length mapAttrs removeAttrs;
  inherit (lib) last showOption;
  cfg = config.submodules;

  isPlain = value: isAttrs value && !(value ? _type);

  receivesOwn = config ? kubernetes
    && length cfg.defaults == own
    && length config._m.propagate == length layer._m.propagate;
  # Not part of the above: instances hand definitions of `kubernetes` on, so it must be known before that they do.
  receivesResourceDefaults = builtins.any (default: default.propagate) config.kubernetes.api.defaults;

  isSimple = { value, ... }:
    isPlain value
    && removeAttrs value [ "submodule" "args" ] == { }
    && isPlain (value.args or { })
    && isString (value.submodule or "")
    && receivesOwn;

  direct = { loc, definition, submodule, full }:
    let
      name = last loc;
      found = submodule.direct {
        inherit name loc;
        inherit (cfg.specialArgs) kubenix;
        definitions = [ (definition // { value = definition.value.args or { }; }) ];
        kubernetes = {
          inherit (config.kubernetes) namespace version;
          inherit (config.kubenix) project;
          order = layer.kubernetes.resourceOrder;
        };
      };
      isSettled = !receivesResourceDefaults && found.objects != null;
      settled = { inherit (found) objects; warnings = [ ]; importRequests = [ ]; };
    in
    {
      inherit name;
      inherit (full) args;
      submodule = definition.value.submodule or name;
      version = null;
      passthru.enable = true;
      config = {
        inherit (full.config) _m kubenix;
        kubernetes = mapAttrs
          (option: _default: if isSettled && settled ? ${option} then settled.${option} else full.config.kubernetes.${option})
          layer.kubernetes;
        manifest.rolls = if isSettled then found.rolls else full.config.manifest.rolls;
        submodule = submodule.definition // {
          inherit (found) args;
          passthru.kubernetes.objects = if isSettled then found.objects else full.config.kubernetes.objects;
        };
      };
    };
in
type: type // {
  # Else the module system would put a plain submodule of the same modules in this type's place.
  getSubModules = null;
  # What is told beside the value, where definitions stand, comes from the evaluated instances as before.
  merge = {
    inherit (type.merge) v2;
    __functor = _self: loc: definitions:
      let
        definition = head definitions;
        full = type.merge loc definitions;
        submodule = choice.find {
          inherit (cfg) imports;
          name = definition.value.submodule or (last loc);
          version = null;
          instance = "${showOption loc} (in ${definition.file})";
        };
      in
      if length definitions == 1 && isSimple definition && submodule.direct or null != null
      then direct { inherit loc definition submodule full; }
      else full;
  };
}
