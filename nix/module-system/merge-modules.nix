# merge: canonical modules → tree of evaluated options, and what no option claims.
#
# `configs` are { file; config; source; }: `config` has its properties pushed down, `source` is
# the same set as written, the only one that knows positions.
{ lib }:
let
  inherit (builtins)
    all
    attrNames
    concatMap
    filter
    head
    isAttrs
    length
    mapAttrs
    removeAttrs
    unsafeGetAttrPos
    zipAttrsWith
    ;
  inherit (lib.modules.internal)
    declarations
    messages
    optionValue
    properties
    ;
  inherit (lib.options) isOption mkOption;
  inherit (import ./position.nix) positionOf;

  mergeModules =
    prefix: modules:
    mergeLevel prefix (filter (m: m.options != { }) modules) (concatMap configsOf modules);

  configsOf = module: map (part: part // { file = module._file; }) (properties.pushDown module.config);

  # One level of the tree: { matched; unmatched; }, where unmatched is
  # [ { file; loc-prefix; value; source; } ], one per set that holds unclaimed names.
  mergeLevel =
    prefix: modules: configs:
    let
      decls = collectNames (
        map (
          module:
          if isAttrs module.options then
            mapAttrs (name: options: {
              inherit (module) _file;
              inherit options;
              pos = unsafeGetAttrPos name module.options;
            }) module.options
          else
            throw (messages.optionsNotASet prefix module)
        ) modules
      );
      defs = collectNames (map (definitionsOf prefix) configs);
      results = mapAttrs (name: ds: evalName (prefix ++ [ name ]) ds (defs.${name} or [ ])) decls;
      declared = attrNames decls;
      branches = filter (name: results.${name} ? unmatched) declared;
    in
    {
      matched = mapAttrs (_: r: r.option or r.matched) results;
      unmatched =
        if configs == [ ] then
          [ ]
        else
          concatMap (unclaimed prefix declared) configs
          ++ concatMap (name: results.${name}.unmatched) branches;
    };

  collectNames =
    sets:
    if sets == [ ] then
      { }
    else if length sets == 1 then
      mapAttrs (_: value: [ value ]) (head sets)
    else
      zipAttrsWith (_: values: values) sets;

  definitionsOf =
    prefix: part:
    if isAttrs part.config then
      mapAttrs (name: value: {
        inherit (part) file;
        inherit value;
        pos = positionOf (part.pos or null) part.source name;
      }) part.config
    else
      throw (messages.notAnAttributeSet prefix part);

  unclaimed =
    prefix: declared: part:
    let
      value = removeAttrs part.config declared;
    in
    if value == { } then
      [ ]
    else
      [
        {
          inherit prefix value;
          inherit (part) file source;
        }
      ];

  # A name is an option, a level of its own, or (declared both ways) a submodule extended by
  # plain declarations.
  evalName =
    loc: decls: defs:
    let
      options = filter (isDeclaredOption loc) decls;
    in
    if options == [ ] then
      mergeLevel loc decls (
        concatMap (
          def: map (part: part // { inherit (def) file pos; }) (properties.pushDown def.value)
        ) defs
      )
    else if length options == length decls then
      evalOption loc decls defs
    else if all (d: d.options.type.name or null == "submodule") options then
      evalOption loc (map asSubmoduleOption decls) defs
    else
      throw (
        messages.parentOfOptions loc (head options) (filter (d: !(isOption d.options)) decls)
      );

  isDeclaredOption =
    loc: decl:
    let
      tag = decl.options._type or null;
    in
    if tag == null then
      false
    else if tag == "option" then
      true
    else
      throw (messages.bareType loc decl._file tag);

  evalOption = loc: decls: defs: {
    option = optionValue.evalOptionValue loc (declarations.fixupOptionType loc (
      declarations.mergeOptionDecls loc decls
    )) defs;
  };

  asSubmoduleOption =
    decl:
    if isOption decl.options then
      decl
    else
      decl
      // {
        options = mkOption {
          type = lib.types.submoduleWith {
            modules = [ { inherit (decl) options; } ];
            shorthandOnlyDefinesConfig = null;
          };
        };
      };
in
{
  inherit mergeModules mergeLevel;
}
