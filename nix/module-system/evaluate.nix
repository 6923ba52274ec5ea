# evalModules: the fixpoint of modules, options and config.
{ lib }:
let
  inherit (builtins)
    addErrorContext
    attrNames
    concatMap
    length
    mapAttrs
    removeAttrs
    seq
    ;
  inherit (lib) types;
  inherit (lib.attrsets) recursiveUpdate;
  inherit (lib.lists) drop reverseList;
  inherit (lib.modules) mkDefault;
  inherit (lib.modules.internal) collect mergeModules messages;
  inherit (lib.options) mkOption;

  evalModules =
    arguments@{
      modules,
      prefix ? [ ],
      specialArgs ? { },
      class ? null,
      args ? { },
      check ? true,
    }:
    let
      regular =
        modules
        ++ (if arguments ? args then [ { config._module.args = args; } ] else [ ])
        ++ (if arguments ? check then [ { config._module.check = mkDefault check; } ] else [ ]);

      collected =
        collect.collect class (specialArgs.modulesPath or "") (regular ++ [ (internalModule prefix specialArgs extendModules type) ])
          (
            {
              inherit lib options specialArgs;
              _class = class;
              _prefix = prefix;
              config = addErrorContext recursionHint config;
            }
            // specialArgs
          );

      merged = mergeModules.mergeModules prefix (reverseList collected.modules);
      options = merged.matched;
      declared = mapAttrs (_: valueOf) options;
      freeform = declared._module.freeformType;
      config =
        if freeform == null || merged.unmatched == [ ] then
          declared
        else
          recursiveUpdate (freeform.merge prefix (map (freeformDefinition prefix) merged.unmatched)) declared;

      checked =
        if declared._module.check && freeform == null && merged.unmatched != [ ] then
          throw (
            messages.unknownOptions {
              inherit prefix options;
              unmatched = concatMap unmatchedDefinitions merged.unmatched;
            }
          )
        else
          null;

      extendModules =
        extension@{
          modules ? [ ],
          specialArgs ? { },
          prefix ? [ ],
        }:
        evalModules (
          arguments
          // {
            modules = regular ++ modules;
            specialArgs = arguments.specialArgs or { } // specialArgs;
            prefix = extension.prefix or arguments.prefix or [ ];
          }
        );

      type = types.submoduleWith { inherit modules specialArgs class; };
    in
    {
      _type = "configuration";
      options = seq checked options;
      config = seq checked (removeAttrs config [ "_module" ]);
      _module = seq checked config._module;
      inherit (collected) graph;
      inherit class extendModules type;
    };

  recursionHint = "if you get an infinite recursion here, `imports` probably depends on `config`. Import unconditionally and make the imported module's `config` depend on an option, with `lib.mkIf`.";

  valueOf = node: if node._type or null == "option" then node.value else mapAttrs (_: valueOf) node;

  # mapAttrs drops the positions of this file, so that messages show the user's.
  freeformDefinition =
    prefix: def: {
      inherit (def) file source;
      value = nest (drop (length prefix) def.prefix) def.value;
    };

  nest =
    path: value:
    builtins.foldl' (inner: name: mapAttrs (_: v: v) { ${name} = inner; }) value (reverseList path);

  unmatchedDefinitions =
    def:
    map (name: {
      inherit (def) file;
      loc = def.prefix ++ [ name ];
      value = def.value.${name};
      pos = builtins.unsafeGetAttrPos name def.source;
    }) (attrNames def.value);

  internalOptions =
    argsOption:
    {
      args = mkOption (
        argsOption
        // {
          type = types.lazyAttrsOf types.raw;
          description = ''
            Further arguments of the modules, beside `lib`, `config`, `options`, `specialArgs` and
            what `specialArgs` holds. Submodules do not inherit them; they get `name`, the name of
            the attribute that they are bound to. They cannot be used to compute `imports`.
          '';
        }
      );
      check = mkOption {
        type = types.bool;
        internal = true;
        default = true;
        description = "Whether a definition of an option that does not exist is an error.";
      };
      freeformType = mkOption {
        type = types.nullOr types.optionType;
        internal = true;
        default = null;
        description = ''
          Type of all definitions that no option claims, taken together. With null they are errors
          (see {option}`_module.check`).
        '';
      };
      specialArgs = mkOption {
        readOnly = true;
        internal = true;
        description = "Arguments given from outside; unlike `_module.args` they can be used in `imports`.";
      };
    };

  # Declared once, not once per evaluation.
  optionsAtRoot = internalOptions { };
  optionsBelow = internalOptions { internal = true; };

  internalModule = prefix: specialArgs: extendModules: moduleType: {
    _file = collect.internalKey;
    key = collect.internalKey;
    options._module = if prefix == [ ] then optionsAtRoot else optionsBelow;
    config._module = {
      args = { inherit extendModules moduleType; };
      inherit specialArgs;
    };
  };
in
{
  inherit evalModules;

  fixMergeModules =
    modules: args:
    evalModules {
      inherit modules args;
      check = false;
    };
}
