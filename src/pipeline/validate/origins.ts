import type { Origin } from '../../core/diagnostic.ts';
import type { Path } from '../../core/pointer.ts';
import { placesOf } from '../../yaml/place.ts';

/** A file whose places become origins. */
export interface Located {
  /** The origin of a place, which has no line before `locate`. */
  readonly origin: (index: number, path: Path) => Origin;
  /** Gives their lines to the origins that are shown. */
  readonly locate: (shown: ReadonlySet<Origin | undefined>) => void;
}

/**
 * Origins in a text. Their lines are found at once when it is known which findings are shown: the nodes of a text take
 * many times its memory, and so they are there for one file at a time.
 */
export function originsIn(text: string, file: string): Located {
  const asked: { readonly index: number; readonly path: Path; readonly origin: Origin }[] = [];
  return {
    origin: (index, path) => {
      const origin = { file };
      asked.push({ index, path, origin });
      return origin;
    },
    locate: (shown) => {
      const places = placesOf(text);
      for (const { index, path, origin } of asked)
        if (shown.has(origin)) Object.assign(origin, places(index, path));
    },
  };
}
