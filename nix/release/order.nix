# The order in which objects are generated. An entry names a collection of items (collections.nix) and the class
# (classes/<class>.nix) that makes the object of an item. A new class is a new file and one line here.
let
  fixed = collection: class: { inherit collection; class = _item: class; };
in
[
  (fixed "claims" "persistent-volume-claim")
  (fixed "serviceAccount" "service-account")
  (fixed "configMaps" "config-map")
  { collection = "controllers"; class = controller: controller.type or "deployment"; }
  (fixed "service" "service")
  (fixed "ingress" "ingress")
  (fixed "serviceMonitor" "service-monitor")
  (fixed "route" "route")
  (fixed "secrets" "secret")
  (fixed "networkpolicies" "network-policy")
  (fixed "rawResources" "raw-resource")
  (fixed "roles" "role")
  (fixed "bindings" "role-binding")
]
