# Text that is meant as it stands, so that it survives the evaluation of template strings: text → text.
builtins.replaceStrings [ "{{" ] [ ''{{ "{" }}{{ "{" }}'' ]
