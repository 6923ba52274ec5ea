import { realpath } from 'node:fs/promises';
import { isAbsolute, join, normalize, resolve, sep } from 'node:path';
import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { placeOnly } from '../core/place-only.ts';
import { findPrivateKeys } from '../core/private-key.ts';
import { failure, success, type Result } from '../core/result.ts';
import { lookUpTree, type Tree } from '../core/tree.ts';
import { errorCode, readText } from '../fs/read.ts';
import type { Sources, Store } from '../references/sources.ts';
import { parseEncrypted, type SopsFile } from '../sops/encrypted-file.ts';
import type { Identities } from '../sops/identities.ts';
import { recipientsOf } from '../sops/metadata.ts';
import { readManifest } from '../yaml/read.ts';
import { sealed } from './sealed.ts';

interface StoresInput {
  /** Real path of the project root. */
  readonly root: string;
  /** Folders outside the project that references may lead to, and schemes that `vals` may resolve. */
  readonly references: { readonly roots: readonly string[]; readonly schemes: readonly string[] };
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute paths where identities are looked for: no reference reads them. */
  readonly keyFiles: readonly string[];
  /** Called once, when the first store has to be opened. */
  readonly identities: () => Promise<Identities>;
}

/**
 * The files that references name. Each one is read, parsed and opened at most once per run; parsing a store needs no
 * key, opening it does.
 */
export class Stores implements Sources {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly valsSchemes: readonly string[];
  readonly #input: StoresInput;
  readonly #texts = new Map<string, Promise<Result<string>>>();
  readonly #parsed = new Map<string, Promise<Result<SopsFile>>>();
  readonly #opened = new Map<string, Promise<Result<Store>>>();

  constructor(input: StoresInput) {
    this.#input = input;
    this.environment = input.environment;
    this.valsSchemes = input.references.schemes;
  }

  async askVals(placeholder: string): Promise<Result<Tree>> {
    const { askVals } = await import('./vals.ts');
    return askVals(placeholder, this.environment);
  }

  /** A store as it is without any key. */
  parseStore(path: string): Promise<Result<SopsFile>> {
    return remember(this.#parsed, path, async () => {
      const text = await this.#read(path);
      return text.ok ? parseEncrypted(text.value, path) : text;
    });
  }

  openStore(path: string): Promise<Result<Store>> {
    return remember(this.#opened, path, async () => {
      const parsed = await this.parseStore(path);
      if (!parsed.ok) return parsed;
      const { forgetKey, openSops } = await import('../sops/open.ts');
      const opened = await openSops(parsed.value, await this.#input.identities());
      if (!opened.ok) return opened;
      forgetKey(opened.value);
      if (!opened.value.macValid) return failure(badMac(path));
      const { plainText } = await import('../sops/plain-text.ts');
      const { documents, source } = opened.value;
      return success({
        lookUp: (key) => lookUpTree(documents[0] ?? null, key),
        text: () => plainText(opened.value),
        keys: () => source.keys(),
      });
    });
  }

  /** Recipients of the stores that were looked at. */
  async recipients(): Promise<string[]> {
    const parsed = await Promise.all(this.#parsed.values());
    return parsed.flatMap((file) => (file.ok ? recipientsOf(file.value.metadata) : []));
  }

  async readText(path: string): Promise<Result<string>> {
    const text = await this.#read(path);
    if (!text.ok || !holdsAgeIdentity(text.value)) return text;
    return failure(keyFile(path));
  }

  #read(path: string): Promise<Result<string>> {
    return remember(this.#texts, path, async () => {
      const target = await this.#resolve(path);
      if (!target.ok) return target;
      if (await this.#isKeyFile(target.value)) return failure(keyFile(path));
      const text = readText(target.value, path);
      if (!text.ok) return text;
      return text.value === undefined ? failure(missingFile(path)) : success(text.value);
    });
  }

  /** Lets go of all values. What is asked for afterwards is read and opened once more. */
  forget(): void {
    this.#opened.clear();
    this.#texts.clear();
  }

  parse(text: string, file: string): Result<Tree> {
    const documents = readManifest(text, file);
    if (!documents.ok) return failure(...placeOnly(documents.diagnostics, file));
    return success(sealed(documents.value[0] ?? null));
  }

  async #isKeyFile(real: string): Promise<boolean> {
    const files = this.#input.keyFiles.map((file) => realpath(file).catch(() => file));
    return (await Promise.all(files)).includes(real);
  }

  async #resolve(path: string): Promise<Result<string>> {
    const target = isAbsolute(path) ? normalize(path) : join(this.#input.root, path);
    const roots = [
      this.#input.root,
      ...this.#input.references.roots.map((root) => resolve(this.#input.root, root)),
    ];
    const real = await realpath(target).catch((error: unknown) => {
      errorCode(error);
      return target;
    });
    const isOfSystem = /^\/(?:proc|dev|sys)\//.test(real);
    if (!isOfSystem && roots.some((root) => real.startsWith(root.replace(/\/+$/, '') + sep)))
      return success(real);
    return failure(
      errorAt('reference/outside', `${path} leads outside the project`, {
        help: 'move the file into the project, or allow its folder in settings.references.roots',
      }),
    );
  }
}

function remember<T>(
  cache: Map<string, Promise<T>>,
  key: string,
  make: () => Promise<T>,
): Promise<T> {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

function badMac(path: string): Diagnostic {
  return errorAt(
    'secrets/bad-mac',
    `${path} was changed by something else than SOPS: its MAC does not match`,
    {
      file: path,
      help: `restore it with git, or accept its present content with \`sops edit --ignore-mac ${path}\``,
    },
  );
}

/** An age identity is one whatever the file is called; other private keys may be what a manifest needs. */
function holdsAgeIdentity(text: string): boolean {
  return findPrivateKeys(text).some((key) => /^AGE-/i.test(key.text));
}

function keyFile(path: string): Diagnostic {
  return errorAt('reference/key', `${path} holds an identity of SOPS or age, and is no value`, {
    help: 'keep what the manifest needs in a secret store',
  });
}

function missingFile(path: string): Diagnostic {
  return errorAt('secrets/no-store', `${path} does not exist, and a placeholder names it`, {
    help: 'the path is relative to the project root',
  });
}
