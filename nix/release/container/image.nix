# Image references: repository and tag, a digest inside the tag.
{ lib, value, ... }:
let
  inherit (lib) optional;
  inherit (value) isEmpty toText;

  missing = at: field: { path = at.path ++ [ "image" field ]; message = "is required: the image needs a repository and a tag"; };
in
{
  reference = ctx: at: { image, ... }: "${image.repository}:${ctx.tpl (at.path ++ [ "image" "tag" ]) (toText image.tag)}";

  findings = at: container:
    let
      image = container.image or { };
    in
    optional (isEmpty (image.repository or null)) (missing at "repository")
    ++ optional (isEmpty (image.tag or null)) (missing at "tag");
}
