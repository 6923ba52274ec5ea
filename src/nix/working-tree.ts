import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NixError } from './messages.ts';
import { repositoryOf } from './repository.ts';

/** A file of a flake's source: below its store path, or as newer Nix names what it did not copy there. */
const SOURCE_FILE = /(?:\/nix\/store\/[0-9a-z]{32}-[^/\s]+|«[^»]*»)\/([^\s:'"’»]+)/g;

/** An error of a flake's evaluation with the files of its source named where they lie in the working tree. */
export function inWorkingTree(error: NixError, projectRoot: string): NixError {
  // The source of a flake is the whole repository, of which the project may be a part.
  const top = repositoryOf(projectRoot) ?? projectRoot;
  const mapText = (text: string): string =>
    text.replaceAll(SOURCE_FILE, (whole, path: string) => {
      const present = join(top, path);
      return existsSync(present) ? present : whole;
    });
  const { trace, ...own } = error;
  const mapFrame = <T extends { text: string; file?: string }>(frame: T): T => ({
    ...frame,
    text: mapText(frame.text),
    ...(frame.file === undefined ? {} : { file: mapText(frame.file) }),
  });
  return { ...mapFrame(own), trace: trace.map(mapFrame) };
}
