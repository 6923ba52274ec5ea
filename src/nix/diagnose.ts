import { relative, sep } from 'node:path';
import { errorAt, type Diagnostic, type Origin } from '../core/diagnostic.ts';
import { withoutPrivateKeys } from '../core/private-key.ts';
import type { NixError, NixFrame } from './messages.ts';
import { explainForbidden } from './forbidden.ts';
import { explainRecursion } from './recursion.ts';
import { explainAbsent } from './stand-in.ts';

/** The words of nix/bridge that name the module under evaluation. */
const MODULE_CONTEXT = /^while evaluating the module ‘(.+)’ of the project$/;

/** The words of src/codegen that name the default or example under evaluation. */
const VALUE_CONTEXT = /^while evaluating the value ‘(.+)’ of an option tree$/;

/** `FILE:LINE:COLUMN` inside a message, as the module system prints definitions. */
const POSITION = /(\/[^\s:'`’"]+):(\d+):(\d+)/;

/** The module (path below the project's root of modules) that was being evaluated, if one was. */
export function failingModule(error: NixError): string | undefined {
  return named(error, MODULE_CONTEXT);
}

function named(error: NixError, context: RegExp): string | undefined {
  const match = error.trace.map((frame) => context.exec(frame.text)).find(Boolean);
  return match?.[1];
}

export interface Folders {
  readonly projectRoot: string;
  /** The folder of Gantry's own nix/: `gantry:` in messages. */
  readonly library: string;
}

/**
 * A Nix error as a diagnostic of code `nix/evaluation`: Nix's own message, and the place in the project nearest to
 * the failure (a definition the message names, else the first frame inside the project).
 */
export function diagnose(error: NixError, { projectRoot, library }: Folders): Diagnostic {
  const near = originOf(error, projectRoot);
  const absent = explainAbsent(error.text, near, projectRoot);
  const origin = absent?.origin ?? near;
  const module = failingModule(error);
  const value = named(error, VALUE_CONTEXT);
  const explained = explainRecursion(error) ?? explainForbidden(error.text, projectRoot) ?? absent;
  const message = withoutPrivateKeys(explained?.message ?? error.text)
    .replaceAll(`${projectRoot}${sep}`, '')
    .replaceAll(`${library}${sep}`, 'gantry:');
  const help =
    (explained !== undefined && 'help' in explained ? explained.help : undefined) ??
    (message.includes('Did you mean') ? undefined : error.suggestion);
  return errorAt('nix/evaluation', message, {
    ...(help === undefined ? {} : { help }),
    ...(module === undefined ? {} : { file: module }),
    ...(value === undefined ? {} : { pointer: value }),
    ...(origin === undefined ? {} : { origin }),
  });
}

/** The definition that the message names, else the innermost frame that lies in the project or names a place in it. */
function originOf(error: NixError, root: string): Origin | undefined {
  const frames = [error, ...error.trace];
  const places = frames.map((frame) => frameOrigin(frame, root) ?? namedPosition(frame.text, root));
  return namedPosition(error.text, root) ?? places.find((place) => place !== undefined);
}

function frameOrigin({ file, line, column }: NixFrame, root: string): Origin | undefined {
  if (!file?.startsWith(`${root}${sep}`)) return undefined;
  return {
    file: toProjectPath(file, root),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

function namedPosition(text: string, root: string): Origin | undefined {
  for (const line of text.split('\n')) {
    const match = POSITION.exec(line);
    if (match?.[1]?.startsWith(`${root}${sep}`)) {
      return {
        file: toProjectPath(match[1], root),
        line: Number(match[2]),
        column: Number(match[3]),
      };
    }
  }
  return undefined;
}

function toProjectPath(file: string, root: string): string {
  return relative(root, file).split(sep).join('/');
}
