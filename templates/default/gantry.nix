# What this repository is, for Gantry.
{ gantry, ... }:
gantry.mkProject {
  root = ./modules/kubenix;
}
