# Image references: repository and tag, a digest inside the tag.
{ lib, value, ... }:
let
  inherit (lib) elem optional;
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
    ++ optional (elem (image.tag or null) [ null "" ]) (missing at "tag");
}
