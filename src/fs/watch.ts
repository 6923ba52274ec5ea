import { watch } from 'node:fs';

/** Paths below a watched folder that never count as a change: what tools write, and what is large. */
const IGNORED = /(^|\/)(\.git|node_modules|\.direnv)(\/|$)/;

/** Changes of the Nix files below a folder. */
export interface NixChanges {
  /** Resolves at the next change, at once when there was one since the last call. */
  next(): Promise<void>;
}

/** Watches every *.nix below `folder`. */
export function watchNixFiles(folder: string): NixChanges {
  let pending = false;
  let wake: (() => void) | undefined;
  watch(folder, { recursive: true }, (_event, name) => {
    if (name === null || !name.endsWith('.nix') || IGNORED.test(name)) return;
    pending = true;
    wake?.();
  });
  return {
    next: async () => {
      if (!pending) await new Promise<void>((resolve) => (wake = resolve));
      wake = undefined;
      pending = false;
    },
  };
}
