{ lib, throws }:
let
  long = lib.strings.replicate 400000 "x";
in
{
  charToInt = f: [ [ (f "\n") 10 ] [ (f "~") 126 ] ];
  commonPrefixLength = f: [ [ (f "abc" "abd") 2 ] [ (f "" "a") 0 ] [ (f "a" "a") 1 ] ];
  commonSuffixLength = f: [ [ (f "abc" "xbc") 2 ] [ (f "abc" "c") 1 ] ];
  escape = f: [ [ (f [ "(" ")" ] "(a)") "\\(a\\)" ] ];
  escapeC = f: [ [ (f [ " " ] "a b") "a\\x20b" ] [ (f [ "~" ] "~") "\\x7e" ] ];
  escapeNixIdentifier = f: [ [ (f "hello") "hello" ] [ (f "0a") "\"0a\"" ] [ (f "or") "\"or\"" ] [ (f "a.b") "\"a.b\"" ] [ (f "a'-_") "a'-_" ] ];
  escapeNixString = f: [ [ (f "a\${b}\n\"") "\"a\\\${b}\\n\\\"\"" ] ];
  escapeRegex = f: [ [ (f "[^a-z]*") "\\[\\^a-z]\\*" ] [ (f "a.b|c\\") "a\\.b\\|c\\\\" ] ];
  escapeShellArg = f: [ [ (f "esc'ape\nme") "'esc'\\''ape\nme'" ] [ (f "plain-1.0") "plain-1.0" ] [ (f "") "''" ] [ (f 3) "3" ] [ (f 52.5200066) "52.5200066" ] [ (f [ 0.5 1234567.25 1.0e-7 ]) "'0.500000 1234567.250000 1e-07'" ] ];
  escapeShellArgs = f: [ [ (f [ "one" "two three" "four'five" ]) "one 'two three' 'four'\\''five'" ] ];
  escapeURL = f: [ [ (f "foo/bar baz~") "foo%2Fbar%20baz~" ] [ (f "a+&=") "a%2B%26%3D" ] ];
  escapeXML = f: [ [ (f "\"t\" '&' <g>") "&quot;t&quot; &apos;&amp;&apos; &lt;g&gt;" ] ];
  fileContents = f: [ [ (builtins.isString (f ./lists.nix)) true ] ];
  floatToString = f: [ [ (f 0.5) "0.500000" ] [ (f 52.5200066) "52.5200066" ] [ (f 1.0e-9) "1e-09" ] ];
  getName = f: [ [ (f "youtube-dl-2016.01.01") "youtube-dl" ] [ (f { pname = "a"; name = "b-1"; }) "a" ] [ (f { name = "b-1"; }) "b" ] ];
  getVersion = f: [ [ (f "youtube-dl-2016.01.01") "2016.01.01" ] [ (f { version = "2"; name = "b-1"; }) "2" ] [ (f { name = "b-1"; }) "1" ] ];
  hasInfix = f: [ [ (f "bc" "abcd") true ] [ (f "x" "abcd") false ] [ (f "" "a") true ] [ (f "." "abc") false ] [ (f "y" long) false ] [ (f "x" long) true ] ];
  hasPrefix = f: [ [ (f "foo" "foobar") true ] [ (f "bar" "foobar") false ] [ (f "" "") true ] ];
  hasSuffix = f: [ [ (f "bar" "foobar") true ] [ (f "foo" "foobar") false ] [ (f "longer" "er") false ] [ (f "" "a") true ] ];
  isConvertibleWithToString = f: [ [ (f [ 1 null "a" ]) true ] [ (f { }) false ] [ (f { outPath = ""; }) true ] [ (f (x: x)) false ] ];
  isStorePath = f: [ [ (f "${builtins.storeDir}/d945ibfx9x185xf04b890y4f9g3cbb63-python-2.7.11") true ] [ (f "${builtins.storeDir}/x/y") false ] [ (f "a") false ] [ (f 1) false ] [ (f [ ]) false ] ];
  isStringLike = f: [ [ (f "a") true ] [ (f ./.) true ] [ (f { outPath = "a"; }) true ] [ (f { __toString = _: ""; }) true ] [ (f 1) false ] ];
  isValidPosixName = f: [ [ (f "_a1") true ] [ (f "1a") false ] [ (f "") false ] ];
  levenshtein = f: [ [ (f "foo" "foo") 0 ] [ (f "book" "hook") 1 ] [ (f "hello" "Heyo") 3 ] [ (f "" "abc") 3 ] [ (f "kitten" "sitting") 3 ] ];
  levenshteinAtMost = f: [ [ (f 0 "foo" "foo") true ] [ (f 0 "foo" "fo") false ] [ (f 1 "foo" "boo") true ] [ (f 1 "foo" "bo") false ] [ (f 2 "foo" "box") true ] [ (f 2 "foo" "bax") false ] [ (f 2 "kitten" "sitting") false ] [ (f 3 "kitten" "sitting") true ] [ (f 2 "abcd" "bcde") true ] [ (f 1 "ab" "ba") false ] ];
  lowerChars = f: [ [ (builtins.length f) 26 ] [ (builtins.head f) "a" ] ];
  nameFromURL = f: [ [ (f "https://x.org/releases/nix-1.7-x86.tar.bz2" "-") "nix" ] ];
  normalizePath = f: [ [ (f "/a//b///c/") "/a/b/c/" ] [ (f "a//b") "a/b" ] [ (f "/") "/" ] [ (f "//") "/" ] [ (f "") "" ] ];
  removePrefix = f: [ [ (f "foo." "foo.bar") "bar" ] [ (f "x" "foo") "foo" ] [ (f "" "a") "a" ] ];
  removeSuffix = f: [ [ (f "front" "homefront") "home" ] [ (f "x" "foo") "foo" ] [ (f "" "a") "a" ] ];
  replaceString = f: [ [ (f "a" "b" "banana") "bbnbnb" ] ];
  sanitizeDerivationName = f: [ [ (f "../hello.bar # foo") "-hello.bar-foo" ] [ (f "") "unknown" ] [ (f "pkg-1.0") "pkg-1.0" ] [ (builtins.stringLength (f long)) 207 ] ];
  splitString = f: [ [ (f "." "foo.bar.baz") [ "foo" "bar" "baz" ] ] [ (f "/" "/a/") [ "" "a" "" ] ] [ (f "," "") [ "" ] ] [ (f "::" "a::b") [ "a" "b" ] ] ];
  splitStringBy = f: [
    [ (f (_: c: c == ".") false "foo.bar") [ "foo" "bar" ] ]
    [ (f (p: c: lib.hasInfix p "abc" && c == "D") true "abcDef") [ "abc" "Def" ] ]
    [ (f (_: c: c == ",") true ",a") [ "" ",a" ] ]
    [ (f (_: _: true) false "") [ "" ] ]
  ];
  stringAsChars = f: [ [ (f (x: if x == "a" then "i" else x) "nax") "nix" ] ];
  stringToCharacters = f: [ [ (f "abc") [ "a" "b" "c" ] ] [ (f "") [ ] ] ];
  toCamelCase = f: [ [ (f "hello-world") "helloWorld" ] [ (f "hello_World x") "helloWorldX" ] [ (f "HelloWorld") "helloWorld" ] [ (f "") "" ] [ (f 1) throws ] ];
  toInt = f: [ [ (f "1337") 1337 ] [ (f " -4 ") (-4) ] [ (f "024") throws ] [ (f "x") throws ] [ (f "3.14") throws ] [ (f "0") 0 ] ];
  toIntBase10 = f: [ [ (f "00024") 24 ] [ (f " 0 ") 0 ] [ (f "-4") (-4) ] [ (f "x") throws ] [ (f "000") 0 ] ];
  toLower = f: [ [ (f "HOME Ä") "home Ä" ] ];
  toSentenceCase = f: [ [ (f "home SWEET") "Home sweet" ] [ (f "") "" ] [ (f 1) throws ] ];
  toShellVar = f: [ [ (f "s" "a b") "s='a b'" ] [ (f "l" [ "a" "b c" ]) "declare -a l=(a 'b c')" ] [ (f "m" { k = "v"; }) "declare -A m=([k]=v)" ] [ (f "1x" "a") throws ] ];
  toShellVars = f: [ [ (f { a = "1"; b = "2"; }) "a=1\nb=2" ] ];
  toUpper = f: [ [ (f "home") "HOME" ] ];
  trim = f: [ [ (f " \t a b \n") "a b" ] [ (f "   ") "" ] [ (f "") "" ] [ (f "a\nb") "a\nb" ] ];
  trimWith = f: [ [ (f { start = true; } " a ") "a " ] [ (f { end = true; } " a ") " a" ] [ (f { } " a ") " a " ] ];
  upperChars = f: [ [ (builtins.elemAt f 25) "Z" ] ];
  versionAtLeast = f: [ [ (f "1.1" "1.1") true ] [ (f "1.0" "1.1") false ] ];
  versionOlder = f: [ [ (f "1.1" "1.2") true ] [ (f "1.1" "1.1") false ] ];

  cmakeBool = f: [ [ (f "E" false) "-DE:BOOL=FALSE" ] ];
  cmakeFeature = f: [ [ (f "M" "b") "-DM:STRING=b" ] ];
  cmakeOptionType = f: [ [ (f "string" "E" "x") "-DE:STRING=x" ] [ (f "nope" "E" "x") throws ] ];
  enableFeature = f: [ [ (f true "s") "--enable-s" ] [ (f false "s") "--disable-s" ] ];
  enableFeatureAs = f: [ [ (f true "s" "3") "--enable-s=3" ] [ (f false "s" (throw "lazy")) "--disable-s" ] ];
  mesonBool = f: [ [ (f "h" true) "-Dh=true" ] ];
  mesonEnable = f: [ [ (f "h" false) "-Dh=disabled" ] ];
  mesonOption = f: [ [ (f "e" "o") "-De=o" ] ];
  withFeature = f: [ [ (f true "s") "--with-s" ] ];
  withFeatureAs = f: [ [ (f true "s" "3") "--with-s=3" ] [ (f false "s" "3") "--without-s" ] ];
}
