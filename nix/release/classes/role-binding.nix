# RoleBindings and ClusterRoleBindings.
{ lib, schema, fields, metadata, detect, value, ... }:
let
  inherit (lib) concatLists concatStringsSep elem imap0 optionals unique;
  inherit (schema) both enum fail listOf record string;

  # By identifier or by all names of the other form, never both. Further names, such as apiGroup, mean nothing.
  reference = kind: named: both [
    (record { open = true; optional = { identifier = string; inherit kind; name = string; namespace = string; }; })
    (path: given: optionals (builtins.isAttrs given && (given ? identifier) == builtins.all (name: given ? ${name}) (named given))
      (fail path "must be { identifier } or { ${concatStringsSep ", " (named given)} }"))
  ];

  # Users and groups live in no namespace.
  ofSubject = subject: [ "kind" "name" ] ++ optionals (!(elem (subject.kind or null) [ "Group" "User" ])) [ "namespace" ];

  toSubject = ctx: at: subject: value.compact (
    if subject ? identifier
    then { kind = "ServiceAccount"; name = ctx.names.serviceAccount.${subject.identifier}; inherit (ctx.release) namespace; }
    else ctx.tplDeep at (value.keep [ "kind" "name" "namespace" ] subject)
  );

  toRoleRef = ctx: roleRef: { apiGroup = "rbac.authorization.k8s.io"; } // (
    if roleRef ? identifier
    then { kind = ctx.items.roles.${roleRef.identifier}.type; name = ctx.names.roles.${roleRef.identifier}; }
    else { inherit (roleRef) kind name; }
  );
in
{
  shape = fields.item {
    required = {
      type = enum [ "RoleBinding" "ClusterRoleBinding" ];
      roleRef = reference (enum [ "Role" "ClusterRole" ]) (_roleRef: [ "kind" "name" ]);
      subjects = listOf (reference string ofSubject);
    };
  };

  validate = ctx: id: item:
    let path = [ "rbac" "bindings" id ]; in
    optionals (item.roleRef ? identifier) (detect.reference ctx {
      collection = "roles";
      noun = "role";
      path = path ++ [ "roleRef" "identifier" ];
      id = item.roleRef.identifier;
    })
    ++ concatLists (imap0
      (index: subject: optionals (subject ? identifier) (detect.reference ctx {
        collection = "serviceAccount";
        noun = "service account";
        path = path ++ [ "subjects" index "identifier" ];
        id = subject.identifier;
      }))
      item.subjects);

  toObject = ctx: id: item:
    metadata.head ctx
      {
        apiVersion = "rbac.authorization.k8s.io/v1";
        kind = item.type;
        collection = "bindings";
        inherit id item;
        namespaced = item.type == "RoleBinding";
      }
    // {
      roleRef = toRoleRef ctx item.roleRef;
    }
    // value.dropEmpty {
      subjects = unique (imap0 (index: toSubject ctx [ "rbac" "bindings" id "subjects" index ]) item.subjects);
    };
}
