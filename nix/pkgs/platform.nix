# The platform manifests are made for. Pure evaluation does not say where it runs, and manifests do not depend on it.
{
  system = "x86_64-linux";
  isLinux = true;
  isDarwin = false;
  isx86_64 = true;
  isAarch64 = false;
}
