/** One thing that Gantry needs: how it stands, and what to do where it does not. */
export interface Finding {
  readonly name: string;
  readonly ok: boolean;
  /** How it stands, without anything secret. */
  readonly detail: string;
  readonly help?: string;
}

/** What stands in the way, as the findings of another step tell it. */
export function problem(
  name: string,
  diagnostics: readonly { readonly message: string; readonly help?: string }[],
): Finding {
  const [first] = diagnostics;
  return {
    name,
    ok: false,
    detail: diagnostics.map(({ message }) => message).join('; '),
    ...(first?.help === undefined ? {} : { help: first.help }),
  };
}
