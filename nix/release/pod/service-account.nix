# Which ServiceAccount a pod runs as.
{ lib, value, detect, ... }:
let
  inherit (lib) attrNames optional optionals;
  inherit (value) isEmpty;
in
{
  /* By identifier, by name, or the only enabled account. In the last case the name in the pod is the identifier,
     not the account's own name: upstream does so, and its users have accounts that fit (forceRename, or a release
     called like the account). */
  name = ctx: controller:
    let
      own = controller.serviceAccount or null;
      identifier = own.identifier or null;
      account = own.name or null;
      single = detect.onlyAccount ctx;
    in
    if own == null then (if single != null then single else "default")
    else if !isEmpty identifier then ctx.names.serviceAccount.${identifier}
    else if !isEmpty account then account
    else "default";

  findings = ctx: id: controller:
    let
      path = [ "controllers" id "serviceAccount" ];
      identifier = controller.serviceAccount.identifier or null;
    in
    optional (!(controller ? serviceAccount) && builtins.length (attrNames ctx.items.serviceAccount) > 1) {
      inherit path;
      message = "is required: there is more than one enabled service account (${builtins.concatStringsSep ", " (attrNames ctx.items.serviceAccount)})";
    }
    ++ optionals (!isEmpty identifier) (detect.reference ctx {
      collection = "serviceAccount";
      noun = "service account";
      path = path ++ [ "identifier" ];
      id = identifier;
    });
}
