# One module, one manifest file: .k8s/hello.yaml.
{
  kubernetes.resources.configMaps.hello = {
    metadata.namespace = "default";
    data.greeting = "hello";
  };
}
