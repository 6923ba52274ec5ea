# "apps/v1" → { group = "apps"; version = "v1"; }, "v1" → { group = "core"; version = "v1"; }.
apiVersion:
let
  parts = builtins.split "/" apiVersion;
  count = builtins.length parts;
in
{
  group = if count == 1 then "core" else builtins.head parts;
  version = builtins.elemAt parts (count - 1);
}
