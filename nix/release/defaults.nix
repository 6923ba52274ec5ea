# What the library assumes where the user says nothing.
{
  global = {
    propagateGlobalMetadataToPods = false;
    alwaysAppendIdentifierToResourceName = false;
  };
  defaultPodOptionsStrategy = "overwrite";
  defaultPodOptions = {
    automountServiceAccountToken = true;
    enableServiceLinks = false;
    hostIPC = false;
    hostNetwork = false;
    hostPID = false;
  };
}
