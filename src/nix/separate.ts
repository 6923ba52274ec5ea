import type { NixError } from './messages.ts';

/** The words of nix/release above a list of everything that is wrong with the values of one release. */
const RELEASE = /^(release ‘.*’): the values do not fit [^\n]*:\n/;

/** The words of nix/module-system between two options that do not exist. */
const NEXT_OPTION = /\n(?=option `.*` does not exist\. )/;

/** The place behind one line of such a list. */
const PLACE = / \((\/.*):(\d+):(\d+)\)$/;

/** The mistakes that one error of Nix names, each with its own place. */
export function separate(error: NixError): NixError[] {
  const release = RELEASE.exec(error.text);
  if (release !== null) {
    const lines = error.text.slice(release[0].length).split(/\n(?=\s*- values)/);
    return lines.map((line) => placed(error, `${release[1] ?? ''}: ${line.trim().slice(2)}`));
  }
  return error.text.split(NEXT_OPTION).map((text) => ({ ...error, text }));
}

function placed(error: NixError, text: string): NixError {
  const [suffix = '', file, line, column] = PLACE.exec(text) ?? [];
  if (file === undefined) return { ...error, text };
  const place = { file, line: Number(line), column: Number(column) };
  return { text: text.slice(0, -suffix.length), ...place, trace: error.trace };
}
