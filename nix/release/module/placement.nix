# Where an object of a release goes: into `kubernetes.api.resources`, under its group, version, kind and name, or,
# when its kind is no kind that the module knows, into `kubernetes.objects` as it is.
{ lib }:
let
  inherit (lib) any attrValues;
  groupVersion = import ../../kubernetes/group-version.nix;

  typeOf = object: groupVersion object.apiVersion // { inherit (object) kind; };

  # Kubernetes' own groups: those without a dot, and these below k8s.io. Others there belong to add-ons.
  builtInGroups = [
    "admissionregistration.k8s.io"
    "apiextensions.k8s.io"
    "apiregistration.k8s.io"
    "authentication.k8s.io"
    "authorization.k8s.io"
    "certificates.k8s.io"
    "coordination.k8s.io"
    "discovery.k8s.io"
    "events.k8s.io"
    "flowcontrol.apiserver.k8s.io"
    "networking.k8s.io"
    "node.k8s.io"
    "rbac.authorization.k8s.io"
    "resource.k8s.io"
    "scheduling.k8s.io"
    "storage.k8s.io"
  ];
  isBuiltIn = group: builtins.elem group builtInGroups || builtins.match "[^.]*" group != null;
in
{
  # customTypes: as in `config.kubernetes.customTypes`.
  isResource = customTypes: object:
    let type = typeOf object; in
    isBuiltIn type.group
    || any (known: known.group == type.group && known.version == type.version && known.kind == type.kind) (attrValues customTypes);

  # Resources of a module get its namespace; these kinds have none, which null says.
  inNamespace = object:
    if builtins.elem object.kind [ "ClusterRole" "ClusterRoleBinding" ]
    then object // { metadata = object.metadata // { namespace = null; }; }
    else object;

  toResource = object:
    let type = typeOf object; in
    { ${type.group}.${type.version}.${type.kind}.${object.metadata.name} = object; };
}
