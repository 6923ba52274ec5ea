# NetworkPolicies for the pods of a controller, or for a selector written out.
{ schema, kubernetes, fields, metadata, value, ... }:
let
  inherit (schema) enum fail listOf map string;
  inherit (value) isEmpty;
in
{
  shape = fields.item {
    required = {
      policyTypes = listOf (enum [ "Ingress" "Egress" ]);
      rules = kubernetes.networkPolicyRules;
    };
    optional = { controller = string; podSelector = map; };
  };

  validate = _ctx: id: item:
    let path = [ "networkpolicies" id ]; in
    (if !(item ? podSelector) && isEmpty (item.controller or null)
    then fail path "needs a controller or a podSelector"
    else [ ])
    ++ (if item.policyTypes == [ ] then fail (path ++ [ "policyTypes" ]) "must not be empty" else [ ]);

  toObject = ctx: id: item:
    let
      rules = name: ctx.tplDeep [ "networkpolicies" id "rules" name ] (item.rules.${name} or [ ]);
    in
    metadata.head ctx { apiVersion = "networking.k8s.io/v1"; kind = "NetworkPolicy"; collection = "networkpolicies"; inherit id item; }
    // {
      spec = {
        podSelector = item.podSelector or {
          matchLabels = metadata.selectorLabels ctx // metadata.controllerLabel item.controller;
        };
        inherit (item) policyTypes;
      } // value.dropEmpty { ingress = rules "ingress"; egress = rules "egress"; };
    };
}
