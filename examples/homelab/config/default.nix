# The facts about this homelab. Modules read them as the argument `homelab`.
{
  # Services that are open to the house are <name>.<domain>.
  domain = "home.example";

  kubernetes = import ./kubernetes.nix;
}
