{ lib }: value: builtins.toJSON value
