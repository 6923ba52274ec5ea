import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { success, type Result } from '../../core/result.ts';
import { nixString } from '../arguments.ts';
import type { Evaluator, Isolated } from '../evaluator.ts';
import { NO_GRANTS } from '../grants.ts';
import { isolated, type Reach } from '../isolation.ts';
import { libraryFolder } from '../library.ts';
import { printNix } from '../print.ts';
import { runNix, type Ended } from '../run-nix.ts';
import { evaluationStore, sharedStore } from '../store.ts';
import { checkInputs } from './check-inputs.ts';
import { readDeclaredInputs } from './declared.ts';
import { fetchSource, type Fetch } from './fetch.ts';
import { locateFlake } from './locate.ts';
import { lockedNodes, type FlakeLock, type LockNode } from './lock.ts';
import type { FlakeAttributes } from './reference.ts';
import { lockedSource, type Source } from './source.ts';
import { readFlakeLock } from './read-lock.ts';
import { sourcePath } from './store-path.ts';

/** The words of nix/flake.nix for an input that it wants and has not. */
const NOT_FETCHED = /^the flake input ‘(.+)’ is not fetched$/;

/**
 * The evaluator of a flake. Gantry fetches the flake and, when something asks for them, its inputs, each by what the lock
 * file says; the evaluation itself goes without flakes and fetches nothing (nix/flake.nix). Before it begins, the inputs
 * are compared with the lock file: codes `flake/unlocked`, `flake/local-input`, `flake/unreadable`.
 */
export async function flakeEvaluator(
  wanted: Isolated & { readonly flake: string },
): Promise<Result<Evaluator>> {
  const { root, flake, environment, grants = NO_GRANTS } = wanted;
  const location = locateFlake(flake, root, grants);
  if (!location.ok) return location;
  const shared = await sharedStore(environment);
  if (!shared.ok) return shared;
  const own = await evaluationStore(environment, root, grants);
  if (!own.ok) return own;
  const { reference, dir } = location.value;
  const fetching = { store: shared.value, cwd: root };
  const self = await fetchSource({ source: nixString(reference), name: reference, ...fetching });
  if (!self.ok) return self;
  const folder = join(self.value.outPath, dir);
  const reach: Reach = {
    ...{ library: libraryFolder(), readable: [self.value.outPath], grants },
    store: own.value,
  };
  const lock = readFlakeLock(folder);
  if (!lock.ok) return lock;
  const declared = await readDeclaredInputs(folder, reach);
  if (!declared.ok) return declared;
  const checked = checkInputs(declared.value, lock.value, grants);
  if (!checked.ok) return checked;
  return success(new FlakeEvaluator({ self: self.value, dir, lock: lock.value, reach, fetching }));
}

interface LockedFlake {
  readonly self: Source;
  readonly dir: string;
  readonly lock: FlakeLock;
  readonly reach: Reach;
  readonly fetching: Omit<Fetch, 'source' | 'name'>;
}

class FlakeEvaluator implements Evaluator {
  readonly #flake: LockedFlake;
  readonly #inputs: ReadonlyMap<string, LockNode>;
  readonly #sources: Map<string, Source>;

  constructor(flake: LockedFlake) {
    this.#flake = flake;
    this.#inputs = new Map(lockedNodes(flake.lock));
    this.#sources = new Map(alreadyThere(flake));
  }

  get storeRoot(): string {
    return this.#flake.reach.store.root;
  }

  get readable(): readonly string[] {
    return [this.#flake.self, ...this.#sources.values()].map(({ outPath }) => outPath);
  }

  /** Most inputs are never looked at: each is fetched when the evaluation asks for it, and then it begins anew. */
  readonly run = async (rest: readonly string[]): Promise<Ended> => {
    for (;;) {
      const ended = await runNix(this.#command(rest));
      const missing = ended.ok ? undefined : NOT_FETCHED.exec(ended.error?.text ?? '')?.[1];
      // A module may say the words too: it gets no more than an input that was looked at, and each once.
      const locked = missing === undefined ? undefined : this.#inputs.get(missing)?.locked;
      if (missing === undefined || locked === undefined || this.#sources.has(missing)) return ended;
      const fetched = await this.#fetch(missing, locked);
      if (!fetched.ok) return { ok: false, error: undefined, crash: fetched.diagnostics };
      this.#sources.set(missing, lockedSource(fetched.value.outPath, locked));
    }
  };

  #command(rest: readonly string[]) {
    const { self, dir, reach, fetching } = this.#flake;
    const entry = `${reach.library}/nix/flake.nix`;
    const args = [
      ...isolated({ ...reach, readable: this.readable }),
      ...['-f', entry, ...rest, '--argstr', 'source', JSON.stringify(self), '--argstr', 'dir', dir],
      ...['--argstr', 'fetched', JSON.stringify(Object.fromEntries(this.#sources))],
    ];
    return { program: 'nix', args, cwd: fetching.cwd };
  }

  #fetch(name: string, locked: FlakeAttributes): Promise<Result<Source>> {
    const source = Object.fromEntries(Object.entries(locked).filter(([key]) => key !== 'dir'));
    return fetchSource({
      source: `(${printNix(source, 0)})`,
      name: `the flake input ${name}`,
      ...this.#flake.fetching,
    });
  }
}

/** Inputs that the store has by the hash of their content. */
function alreadyThere({ lock, fetching }: LockedFlake): [string, Source][] {
  return lockedNodes(lock).flatMap(([name, { locked = {} }]): [string, Source][] => {
    const { narHash } = locked;
    if (typeof narHash !== 'string') return [];
    const outPath = fetching.store.root + sourcePath(narHash);
    return existsSync(outPath) ? [[name, lockedSource(outPath, locked)]] : [];
  });
}
