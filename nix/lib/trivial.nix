# lib.trivial: functions, numbers, warnings.
{ lib }:
let
  inherit (builtins)
    div
    elemAt
    fromJSON
    fromTOML
    match
    readFile
    trace
    ;
  inherit (lib.trivial)
    functionArgs
    isFunction
    throwIf
    throwIfNot
    warn
    ;

  digits = "0123456789ABCDEF";

  # Releases before this one are not supported by their makers any more.
  oldestSupportedRelease = 2511;

  # The release of nixpkgs whose lib this one follows.
  release = "26.11";
in
{
  inherit (builtins)
    add
    bitAnd
    bitOr
    bitXor
    ceil
    deepSeq
    div
    floor
    genericClosure
    isBool
    isFloat
    isInt
    lessThan
    mul
    pathExists
    readFile
    seq
    sub
    ;
  inherit oldestSupportedRelease release;
  version = "${release}pre-git";
  versionSuffix = "pre-git";
  revisionWithDefault = default: default;

  id = value: value;
  const = value: _: value;
  flip =
    f: a: b:
    f b a;
  pipe = builtins.foldl' (value: f: f value);
  toFunction = value: if isFunction value then value else _: value;
  defaultTo = default: value: if value == null then default else value;
  mapNullable = f: value: if value == null then null else f value;

  concat = a: b: a ++ b;
  mergeAttrs = a: b: a // b;
  "or" = a: b: a || b;
  and = a: b: a && b;
  xor = a: b: !a != !b;
  boolToString = value: if value then "true" else "false";
  boolToYesNo = value: if value then "yes" else "no";

  min = a: b: if a < b then a else b;
  max = a: b: if a > b then a else b;
  mod = a: b: a - b * div a b;
  bitNot = value: -1 - value;
  compare =
    a: b:
    if a < b then
      -1
    else if a > b then
      1
    else
      0;
  splitByAndCompare =
    pred: yes: no: a: b:
    if pred a then
      (if pred b then yes a b else -1)
    else if pred b then
      1
    else
      no a b;

  toBaseDigits =
    base: number:
    let
      go = n: if n < base then [ n ] else go (n / base) ++ [ (n - n / base * base) ];
    in
    assert builtins.isInt base && builtins.isInt number && base >= 2 && number >= 0;
    go number;
  toHexString =
    number:
    lib.strings.concatMapStrings (digit: builtins.substring digit 1 digits) (
      lib.trivial.toBaseDigits 16 number
    );
  fromHexString =
    text:
    let
      parts = match "(0x)?([0-7]?[0-9A-Fa-f]{1,15})" text;
    in
    if parts == null then
      throw "fromHexString: ${builtins.toJSON text} is not a hexadecimal number below 2^63"
    else
      (fromTOML "value = 0x${elemAt parts 1}").value;

  importJSON = path: fromJSON (readFile path);
  importTOML = path: fromTOML (readFile path);
  importYAML =
    path:
    throw "lib.importYAML: Nix cannot read YAML (${toString path}) without a build. Convert it to JSON and use lib.importJSON.";

  warn =
    builtins.warn
      or (message: value: trace "evaluation warning: ${message}" value);
  warnIf = condition: message: if condition then warn message else value: value;
  warnIfNot = condition: message: if condition then value: value else warn message;
  throwIf = condition: message: if condition then throw message else value: value;
  throwIfNot = condition: message: throwIf (!condition) message;
  info = message: trace "INFO: ${message}";
  showWarnings = warnings: value: lib.lists.foldr warn value warnings;
  checkListOfEnum =
    message: valid: given:
    let
      wrong = lib.lists.subtractLists valid given;
      show = values: builtins.concatStringsSep ", " (map lib.toString values);
    in
    throwIfNot (
      wrong == [ ]
    ) "${message}: ${show wrong} unexpected; valid ones: ${show valid}";

  isFunction =
    value: builtins.isFunction value || value ? __functor && isFunction (value.__functor value);
  functionArgs =
    f:
    if f ? __functor then f.__functionArgs or (functionArgs (f.__functor f)) else builtins.functionArgs f;
  setFunctionArgs = f: args: {
    __functor = _: f;
    __functionArgs = args;
  };
  mirrorFunctionArgs =
    f:
    let
      args = functionArgs f;
    in
    g: lib.trivial.setFunctionArgs g args;

  inNixShell = builtins.getEnv "IN_NIX_SHELL" != "";
  inPureEvalMode = !(builtins ? currentSystem);
  oldestSupportedReleaseIsAtLeast = release: release <= oldestSupportedRelease;
  isInOldestRelease = release: release <= oldestSupportedRelease;
}
