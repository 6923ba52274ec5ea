# `docker`: names of container images for modules to refer to. Nothing is built or copied here; an image is
# whatever says its `imageName` and `imageTag`.
{ config, lib, ... }:
let
  inherit (builtins) attrValues filter unsafeDiscardStringContext;
  inherit (lib) mkIf mkOption optionalString types;
  cfg = config.docker;

  text = description: default: mkOption { inherit description default; type = types.str; };
  protocol = default: mkOption {
    description = "Transport by which images are published.";
    type = types.enum [ "containers-storage:" "dir:" "docker://" "docker-archive:" "docker-daemon:" "oci:" "oci-archive:" ];
    inherit default;
  };

  image = { name, config, ... }:
    let
      ofImage = part: optionalString (config.image != null) (unsafeDiscardStringContext config.image.${part});
      host = optionalString (config.registry.host != "") "${config.registry.host}/";
    in
    {
      options = {
        image = mkOption {
          description = "The image, as a package.";
          type = types.nullOr types.package;
          default = null;
        };
        name = text "Name of the image; that of the package unless given." (ofImage "imageName");
        tag = text "Tag of the image; that of the package unless given." (ofImage "imageTag");
        registry.protocol = protocol cfg.registry.protocol;
        registry.host = text "Registry of the image." cfg.registry.host;
        path = text "Registry, name and tag: what a container's `image` takes." "${host}${config.name}:${config.tag}";
        uri = text "The path with its transport." "${config.registry.protocol}${config.path}";
      };
    };
in
{
  imports = [ ./base.nix ];

  options.docker = {
    registry.protocol = protocol "docker://";
    registry.host = text "Registry of images that name none." "";
    registry.url = text "Older name of `registry.host`." "";
    images = mkOption {
      description = "Container images by name.";
      type = types.attrsOf (types.submodule image);
      default = { };
    };
    export = mkOption {
      description = "The packages of all images.";
      type = types.listOf types.package;
      default = [ ];
    };
    useVals = mkOption {
      description = "Of the script that copies images; of no effect here.";
      type = types.bool;
      default = true;
    };
    copyScriptArgs = text "Of the script that copies images; of no effect here." "";
  };

  config = {
    _m.features = [ "docker" ];
    _m.propagate = [{
      features = [ "docker" ];
      module.docker.registry = { inherit (cfg.registry) protocol host; };
    }];
    docker.registry.host = mkIf (cfg.registry.url != "") cfg.registry.url;
    docker.export = filter (image: image != null) (map (image: image.image) (attrValues cfg.images));
  };
}
