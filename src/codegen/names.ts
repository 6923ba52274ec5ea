/** Gives every declaration a name of its own, in the order in which they are asked for. */
export class Namer {
  readonly #taken = new Set<string>(RESERVED);

  /**
   * The name for a path of words, `['homelab', 'services', 'web-app']` → `HomelabServicesWebApp`.
   * A name that is taken, or whose companions are (`FooInput`, `fooSchema`), gets the first free number.
   */
  claim(path: readonly string[]): string {
    const base = typeName(path);
    for (let number = 1; ; number++) {
      const name = number === 1 ? base : `${base}${String(number)}`;
      const names = companions(name);
      if (names.some((companion) => this.#taken.has(companion))) continue;
      for (const companion of names) this.#taken.add(companion);
      return name;
    }
  }
}

/** Names that a generated file uses itself. */
const RESERVED = ['Record', 'typed', 'z', 'zod'];

/** The four exports of a declaration. */
export function companions(name: string): string[] {
  return [name, inputName(name), schemaName(name), schemaName(inputName(name))];
}

export function inputName(name: string): string {
  return `${name}Input`;
}

export function schemaName(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}Schema`;
}

/**
 * Words of any text as one identifier in upper camel case, of ASCII letters and digits: which others
 * an identifier may hold depends on the Unicode version of whoever reads it. `Option` without any.
 */
export function typeName(path: readonly string[]): string {
  const words = path.flatMap(
    (part) =>
      part
        .normalize('NFKD')
        .replaceAll(/\p{M}/gu, '')
        .match(/[A-Za-z0-9]+/g) ?? [],
  );
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z]/.test(name) ? name : `Option${name}`;
}

/** The name of one element of a collection, by English habit: `modules` → `module`, `hosts` → `host`. */
export function singular(plural: string): string {
  if (/[^aeiou]ies$/.test(plural)) return plural.replace(/ies$/, 'y');
  if (/(?:ch|sh|x|ss|z)es$/.test(plural)) return plural.slice(0, -2);
  if (/[^sui]s$/i.test(plural)) return plural.slice(0, -1);
  return plural;
}
