import { relative, sep } from 'node:path';
import { errorAt, type Diagnostic, type Origin } from '../core/diagnostic.ts';
import type { NixError, NixFrame } from './messages.ts';

/** The words of nix/bridge that name the module under evaluation. */
const MODULE_CONTEXT = /^while evaluating the module ‘(.+)’ of the project$/;

/** `FILE:LINE:COLUMN` inside a message, as the module system prints definitions. */
const POSITION = /(\/[^\s:'`’"]+):(\d+):(\d+)/;

/** The module (path below the project's root of modules) that was being evaluated, if one was. */
export function failingModule(error: NixError): string | undefined {
  const match = error.trace.map((frame) => MODULE_CONTEXT.exec(frame.text)).find(Boolean);
  return match?.[1];
}

/**
 * A Nix error as a diagnostic of code `nix/evaluation`: Nix's own message, and the place in the project nearest to
 * the failure (a definition the message names, else the first frame inside the project).
 */
export function diagnose(error: NixError, projectRoot: string): Diagnostic {
  const origin = originOf(error, projectRoot);
  const module = failingModule(error);
  return errorAt('nix/evaluation', relativePaths(error.text, projectRoot), {
    ...(module === undefined ? {} : { file: module }),
    ...(origin === undefined ? {} : { origin }),
  });
}

function originOf(error: NixError, root: string): Origin | undefined {
  const named = namedPosition(error.text, root);
  if (named !== undefined) return named;
  const frame = [error, ...error.trace].find((candidate) => isInside(candidate, root));
  if (frame?.file === undefined) return undefined;
  return {
    file: toProjectPath(frame.file, root),
    ...(frame.line === undefined ? {} : { line: frame.line }),
    ...(frame.column === undefined ? {} : { column: frame.column }),
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

function isInside(frame: NixFrame, root: string): boolean {
  return frame.file?.startsWith(`${root}${sep}`) ?? false;
}

function toProjectPath(file: string, root: string): string {
  return relative(root, file).split(sep).join('/');
}

function relativePaths(text: string, root: string): string {
  return text.replaceAll(`${root}${sep}`, '');
}
