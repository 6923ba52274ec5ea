{ lib, throws }:
{
  append = f: [ [ (f /foo "bar/baz") /foo/bar/baz ] [ (f /foo "./bar//baz") /foo/bar/baz ] [ (f /foo "../x") throws ] [ (f /foo "/x") throws ] [ (f "/foo" "x") throws ] ];
  hasPrefix = f: [ [ (f /foo /foo/bar) true ] [ (f /foo /foo) true ] [ (f /foo/bar /foo) false ] [ (f /. /foo) true ] [ (f /fo /foo) false ] ];
  hasStorePathPrefix = f: [ [ (f (/. + "${builtins.storeDir}/nvl9ic0pj1fpyln3zaqrf4cclbqdfn1j-foo/bar/baz")) true ] [ (f (/. + builtins.storeDir)) false ] [ (f /foo) false ] [ (f (/. + "${builtins.storeDir}/.links/10gg8k3rmbw8p7gszarbk7qyd9jwxhcfq9i6s5i0qikx8alkk4hq")) false ] ];
  removePrefix = f: [ [ (f /foo /foo/bar/baz) "./bar/baz" ] [ (f /foo /foo) "./." ] [ (f /bar /foo) throws ] ];
  splitRoot = f: [ [ (f /foo/bar) { root = /.; subpath = "./foo/bar"; } ] [ (f /.).subpath "./." ] ];
  subpath = f: [
    [ (f.isValid "foo/bar") true ]
    [ (f.isValid "../foo") false ]
    [ (f.isValid "") false ]
    [ (f.isValid "/foo") false ]
    [ (f.isValid 1) false ]
    [ (f.isValid "..foo") true ]
    [ (f.normalise "foo//bar/.") "./foo/bar" ]
    [ (f.normalise ".") "./." ]
    [ (f.normalise "..") throws ]
    [ (f.components "./foo//bar/./baz/") [ "foo" "bar" "baz" ] ]
    [ (f.join [ "foo" "bar/baz" "./." ]) "./foo/bar/baz" ]
    [ (f.join [ ]) "./." ]
    [ (f.join [ "/x" ]) throws ]
  ];
}
