# The facts about this homelab. Modules read them as the argument `homelab`.
{
  # Services that are open to the house are <name>.<domain>.
  domain = "home.example";

  namespaces.applications = "applications";

  storageClass = "local-path";
  ingressClass = "nginx";

  # A wildcard certificate in every namespace.
  tlsSecret = "wildcard-tls";
}
