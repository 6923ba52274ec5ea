/* The stand-in for nixpkgs' `pkgs` that manifest modules get: `lib`, file formats, `writeText` and the platform.
   Nothing is built: what would be is an error once its files are needed. Files are written to the store while evaluating, so they can be read at once.
   What is not here is an error that says where it is. */
{ lib }:
let
  formats = import ./formats.nix { inherit lib missing; };
  platform = import ./platform.nix;
  unbuilt = import ./unbuilt.nix;

  missing = name: throw "pkgs.${name}: not in Gantry's pkgs stand-in; use gantry.override { pkgs = …; }";

  # Names that manifest modules in the wild take from nixpkgs; each gives the message above instead of Nix's.
  commonNames = [
    "bash"
    "busybox"
    "callPackage"
    "concatText"
    "coreutils"
    "curl"
    "dockerTools"
    "jq"
    "kubectl"
    "kubernetes-helm"
    "linkFarm"
    "python3"
    "remarshal"
    "symlinkJoin"
    "writeScript"
    "writeScriptBin"
    "writeShellApplication"
    "writeShellScript"
    "writeShellScriptBin"
    "writeTextDir"
    "writers"
    "yq"
    "yq-go"
  ];
in
lib.genAttrs commonNames missing // {
  inherit lib formats;

  # writeText "notes.txt" "text" → path of a file with that text
  writeText = name: text: builtins.toFile name text;
  writeTextFile = { name, text, ... }: builtins.toFile name text;

  applyPatches = unbuilt.derivation "pkgs.applyPatches";
  fetchFromGitHub = unbuilt.derivation "pkgs.fetchFromGitHub";
  fetchgit = unbuilt.derivation "pkgs.fetchgit";
  fetchurl = unbuilt.derivation "pkgs.fetchurl";
  fetchzip = unbuilt.derivation "pkgs.fetchzip";
  runCommand = unbuilt.command "pkgs.runCommand";
  runCommandLocal = unbuilt.command "pkgs.runCommandLocal";
  runCommandNoCC = unbuilt.command "pkgs.runCommandNoCC";

  stdenv = {
    hostPlatform = platform;
    buildPlatform = platform;
    targetPlatform = platform;
    isLinux = platform.isLinux;
    isDarwin = platform.isDarwin;
    mkDerivation = unbuilt.derivation "pkgs.stdenv.mkDerivation";
  };
  stdenvNoCC = {
    hostPlatform = platform;
    mkDerivation = unbuilt.derivation "pkgs.stdenvNoCC.mkDerivation";
  };
  system = platform.system;
}
