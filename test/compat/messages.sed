# nixpkgs' wording → Gantry's, applied to the regular expressions of nixpkgs' modules.sh.
s/'/./g
s/A definition for option /option /
s/is not of type/takes a value of type/
s/TypeError: //
s/Definition values/Definitions/g
s/- In /- /g
s/^In `the-file/the-file/
s/via option default.: /via option default at .*: /
s/^\^"The option (.a.*) defined in (.*) has been renamed to (.*)\\\."\$$/^"\1, set in \2, is now called \3: rename it there."$/
s/The option /option /
s/ was accessed but has no value defined. Try setting the option\./ is used but has no value/
s/ is already declared in (.*)\\\.$/ cannot be merged with its declaration in \1/
s/ is already declared in / cannot be merged with its declaration in /
s/Did you mean/did you mean/
s/In module (.*), you.re trying to define a value of type (`bool.).*$/module \1 gives a bool/
s/It seems as if you.re trying to declare an option by placing it into .*/does a declaration stand below `config`/
s/This can happen if you e.g. declared.*/in a submodule, declarations belong below `options`/
s/In attrTag, each tag value must be an option, but tag int was a bare type.*/tag int is a bare type/
s/while evaluating a definition from/while describing the definition of .*/
s/while evaluating the error message for definitions for (.enable.)/while describing the definition of \1/
s/Module (.*) contains a disabledModules item.*/module \1: an item of disabledModules is an attribute set without `key`/
s/has conflicting definition values/has definitions that contradict each other/
s/ is defined multiple times.*/ takes one definition/
s/(option .set.) in module (.*) would be a parent.*its type (.*) does not support.*with prefix (.*) in module (.*)/\1 in \2 has the type \3, which cannot hold options(.|\\n)*\4 in \5/
s/(option .group.).*would be a parent.*with prefix (.*)/\1(.|\\n)*cannot hold options(.|\\n)*\2/
s/In module (.*): expected an option declaration at option path (.*) but got an attribute set with type (.*)/module .\1. declares \2 with a value of type \3/
s/Expected a module, but found a value of type (.*), while trying to load a module into (.*), while trying to load a module into (.*)\\\./a value of type \1 stands where a module is expected, in the imports of \2, loaded into \3/
s/Expected a module, but found a value of type (.*), while trying to load a module into (.*\.nix).*/a value of type \1 stands where a module is expected, in the imports of \2/
s/please only import the modules that make up the configuration/import the modules it was made of instead/
s/In pathWith, inStore means the path must be absolute/a path with `inStore = true` is always absolute/
s/Cannot merge definitions.*file.*other.*/cannot merge these. Definitions:\\n.*- file.*\\n.*- other/
s/One or more definitions did not pass the type-check of the .either. type/but its definitions are of neither/
