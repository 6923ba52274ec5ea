# Roles and ClusterRoles.
{ schema, fields, metadata, ... }:
let
  inherit (schema) enum fail list;
in
{
  shape = fields.item { required = { type = enum [ "Role" "ClusterRole" ]; rules = list; }; };

  validate = _ctx: id: item: if item.rules == [ ] then fail [ "rbac" "roles" id "rules" ] "must not be empty" else [ ];

  toObject = ctx: id: item:
    metadata.head ctx
      {
        apiVersion = "rbac.authorization.k8s.io/v1";
        kind = item.type;
        collection = "roles";
        inherit id item;
        namespaced = item.type == "Role";
      }
    // { rules = ctx.tplDeep [ "rbac" "roles" id "rules" ] item.rules; };
}
