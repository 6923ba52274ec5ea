/** A path into a document: mapping keys and list indexes. */
export type Path = readonly (string | number)[];

/** The path as an RFC 6901 pointer: `/spec/containers/0/image`. */
export function toPointer(path: Path): string {
  return path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** The path as people read it: `spec.containers[0].image`; keys that are no plain words are quoted. */
export function toDotted(path: Path): string {
  return path.map(dottedPart).join('');
}

function dottedPart(part: string | number, index: number): string {
  if (typeof part === 'number') return `[${String(part)}]`;
  if (!/^[A-Za-z_][\w-]*$/.test(part)) return `[${JSON.stringify(part)}]`;
  return index === 0 ? part : `.${part}`;
}

/** An RFC 6901 pointer as a path; parts of digits are taken for indexes. */
export function fromPointer(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^(0|[1-9]\d*)$/.test(part) ? Number(part) : part));
}
