# From an image, by its reference or its parts, to app-template's { repository; tag; }: a digest stands in the tag.
{ lib }:
let
  inherit (lib) optionalAttrs;

  # "registry:5000/name:tag@sha256:…" → its parts. A colon belongs to the tag when no slash follows it.
  parse = reference:
    let
      atDigest = builtins.match "([^@]*)@(.*)" reference;
      named = if atDigest == null then reference else builtins.elemAt atDigest 0;
      tagged = builtins.match "(.*):([^/:]*)" named;
    in
    {
      repository = if tagged == null then named else builtins.elemAt tagged 0;
      tag = if tagged == null then null else builtins.elemAt tagged 1;
      digest = if atDigest == null then null else builtins.elemAt atDigest 1;
      pullPolicy = null;
    };

  reference = { repository, tag, digest, ... }:
    if tag != null && digest != null then { inherit repository; tag = "${tag}@${digest}"; }
    else if tag != null then { inherit repository tag; }
    # app-template joins repository and tag by a colon: the digest's own colon takes that place.
    else if digest != null && builtins.match "[^:]+:[^:]+" digest != null then {
      repository = "${repository}@${builtins.head (builtins.split ":" digest)}";
      tag = lib.last (builtins.split ":" digest);
    }
    else throw "image ‘${repository}’ has neither tag nor digest: write \"${repository}:TAG\" or \"${repository}:TAG@sha256:…\"";
in
image:
let
  parts = if builtins.isString image then parse image else image;
in
reference parts // optionalAttrs (parts.pullPolicy != null) { inherit (parts) pullPolicy; }
