# Functor of a type that has one element type: name → payload → type → payload → functor.
name: make: payload: {
  inherit name payload;
  type = make;
  binOp =
    a: b:
    let
      merged = a.elemType.typeMerge b.elemType.functor;
    in
    if merged == null then null else { elemType = merged; };
}
