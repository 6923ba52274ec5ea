import { basename } from 'node:path';
import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { EncryptedFile } from '../../core/written-file.ts';
import { makeMemoryFile, type MemoryFile } from '../../fs/memory-file.ts';
import { runEditor } from '../../process/editor.ts';
import { plainView, sealView } from '../../sops/edit-view.ts';
import type { OpenedFile } from '../../sops/open.ts';
import type { RunOptions } from '../options.ts';
import {
  chosenStore,
  findSecretsProject,
  openStoreFile,
  underLock,
  writeStores,
  type SecretsProject,
} from './project.ts';

interface EditRequest {
  readonly store?: string;
  /** Whether the file may lie on a disk where no memory-backed folder exists. */
  readonly allowDisk: boolean;
  /** Asked when the edited text cannot be sealed: true opens the editor on it again. */
  readonly again: (findings: readonly Diagnostic[]) => Promise<boolean>;
}

/** What came of an editing session. */
export interface EditOutcome {
  readonly store: string;
  readonly changed: boolean;
}

/**
 * Opens a store in an editor and seals what comes back: comments, order and the ciphertexts of unchanged values stay.
 * The plaintext lives in memory, and in a file there that is removed however this ends. Nobody else writes meanwhile.
 */
export async function editStore(
  request: EditRequest,
  options: RunOptions,
): Promise<Result<EditOutcome>> {
  const editor = editorOf(options.environment);
  if (!editor.ok) return editor;
  const project = await findSecretsProject(options);
  if (!project.ok) return project;
  const store = chosenStore(project.value, request.store);
  return underLock(project.value, [store], async () => {
    const opened = await openStoreFile(project.value, store);
    if (!opened.ok) return opened;
    const session = { project: project.value, opened: opened.value, editor: editor.value, request };
    const file = await editOpened(session);
    if (!file.ok) return file;
    const written = await writeStores(project.value.root, [file.value]);
    return written.ok ? success({ store, changed: written.value.length > 0 }) : written;
  });
}

interface Session {
  readonly project: SecretsProject;
  readonly opened: OpenedFile;
  readonly editor: string;
  readonly request: EditRequest;
}

async function editOpened(session: Session): Promise<Result<EncryptedFile>> {
  const { opened, project, request } = session;
  const view = plainView(opened);
  if (!view.ok) return view;
  const { environment } = project.options;
  const name = basename(opened.source.file);
  const { allowDisk } = request;
  const memory = await makeMemoryFile({ text: view.value, name, environment, allowDisk });
  if (!memory.ok) return memory;
  try {
    return await editUntilSealed(session, memory.value);
  } finally {
    memory.value.remove();
  }
}

async function editUntilSealed(
  { project, opened, editor, request }: Session,
  memory: MemoryFile,
): Promise<Result<EncryptedFile>> {
  for (;;) {
    const { exitCode, missing } = await runEditor(editor, memory.path);
    if (missing || exitCode !== 0) return failure(editorFailed(editor, missing));
    const edited = memory.read();
    if (!edited.ok) return edited;
    const sealed = sealView(opened, edited.value, project.options.now);
    if (sealed.ok || !(await request.again(sealed.diagnostics))) return sealed;
  }
}

function editorOf(environment: RunOptions['environment']): Result<string> {
  const names = ['SOPS_EDITOR', 'VISUAL', 'EDITOR'];
  const command = names.map((name) => environment[name]?.trim()).find((text) => text);
  if (command !== undefined) return success(command);
  return failure(
    errorAt('use/no-editor', 'no editor is named in the environment', {
      help: 'set EDITOR, for example `EDITOR=nano gantry secrets edit`',
    }),
  );
}

function editorFailed(editor: string, missing: boolean): Diagnostic {
  const how = missing ? 'is not installed' : 'ended with an error';
  return errorAt('use/editor', `the editor ${editor} ${how}; nothing was changed`);
}
