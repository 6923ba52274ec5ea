import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NixError } from './messages.ts';

/** A file of a flake's source: below its store path, or as newer Nix names what it did not copy there. */
const SOURCE_FILE = /(?:\/nix\/store\/[0-9a-z]{32}-[^/\s]+|«[^»]*»)\/([^\s:'"’»]+)/g;

/** An error of a flake's evaluation with the files of its source named where they lie in the working tree. */
export function inWorkingTree(error: NixError, projectRoot: string): NixError {
  const top = repositoryOf(projectRoot);
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

/** The source of a flake is the whole repository, of which the project may be a part. */
function repositoryOf(folder: string): string {
  for (let candidate = folder; candidate !== dirname(candidate); candidate = dirname(candidate)) {
    if (existsSync(join(candidate, '.git'))) return candidate;
  }
  return folder;
}
