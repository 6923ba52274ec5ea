# Text that is meant as it stands, so that it survives the evaluation of template strings: text → text. Upstream writes
# the same for files that are `escaped`, and sums are taken over it.
builtins.replaceStrings [ "{{" ] [ "{{ `{{` }}" ]
