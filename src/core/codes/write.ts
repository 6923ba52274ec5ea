import { codes, error } from './entry.ts';

/** Writing of files. */
export const WRITE_CODES = codes(
  { exit: 'write', settings: false, optOut: false },
  {
    'write/edit': error('The edited file is gone.', 'The editor removed it. Nothing was changed.'),
    'write/exists': error(
      'A file that is there already and says something else.',
      '`gantry init` overwrites nothing. Move the file away, or name another folder.',
    ),
    'write/failed': error(
      'A file or folder that cannot be written.',
      'The message names the reason of the operating system: permissions, space, a read-only file system.',
    ),
    'write/folder': error(
      'Something that is no file where a file is to be written.',
      'A folder, a pipe, a socket or a device is there. Rename the module, or move it away.',
    ),
    'write/locked': error(
      'Another run has the project.',
      'One run writes a project at a time; `gantry secrets edit` holds it while the editor is open. Wait until the process that the message names has ended.',
    ),
    'write/no-memory': error(
      'There is no folder in memory to edit in.',
      'Plaintext is not written to disks. Set values one by one with `gantry secrets set`, or allow a file on the disk with `--allow-disk`.',
    ),
    'write/not-generated': error(
      'A file in the way of generated code.',
      '`gantry codegen` replaces files that it made, by the words in their first lines, and no others; nothing below `.git`. Choose another `out`, or remove the file first if it may go.',
    ),
    'write/outside': error(
      'An output that leads outside of the project.',
      'A folder on the way is a symbolic link. Remove it.',
    ),
    'write/report': error(
      'A report that cannot be written.',
      'Make its folder first, or name another file.',
    ),
    'write/symlink': error(
      'An output that is a symbolic link.',
      'Gantry does not write through links. Remove the link.',
    ),
  },
);
