import * as z from 'zod';
import { errorAt } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { isolated, type Reach } from '../isolation.ts';
import { evaluateOnce } from '../run-nix.ts';
import { parseFlakeReference, type FlakeAttributes } from './reference.ts';

/** An input that a flake declares, or one that it gives to another of its inputs. */
export interface DeclaredInput {
  /** Names from the flake inwards. */
  readonly path: readonly string[];
  /** Undefined where it follows another input, or says nothing of where it comes from. */
  readonly source: FlakeAttributes | undefined;
}

type Declared = z.infer<typeof declaredSchema>;

const declaredSchema = z.looseObject({
  url: z.string().optional(),
  follows: z.string().optional(),
  flake: z.boolean().optional(),
  get inputs() {
    return z.record(z.string(), declaredSchema).optional();
  },
});

/** Members of an input that say nothing of where it comes from. */
const NO_SOURCE = new Set(['url', 'follows', 'flake', 'inputs']);

/**
 * The inputs that a flake.nix declares; nothing of the flake but this file is looked at. Code `flake/unreadable` where it
 * says something else than a flake does.
 *
 * @param folder absolute; `reach` holds it
 */
export async function readDeclaredInputs(
  folder: string,
  reach: Reach,
): Promise<Result<DeclaredInput[]>> {
  const args = [...isolated(reach), '-f', `${folder}/flake.nix`];
  const value = await evaluateOnce(
    { program: 'nix', args: [...args, '--apply', 'flake: flake.inputs or { }'] },
    { projectRoot: folder, library: reach.library },
  );
  if (!value.ok) return value;
  const parsed = z.record(z.string(), declaredSchema).safeParse(value.value);
  if (!parsed.success) return failure(unreadable('its inputs are not what a flake declares'));
  return collect(parsed.data, []);
}

function collect(
  inputs: Readonly<Record<string, Declared>>,
  outer: readonly string[],
): Result<DeclaredInput[]> {
  const found: DeclaredInput[] = [];
  for (const [name, declared] of Object.entries(inputs)) {
    // `inputs.self` says how the flake itself is fetched.
    if (outer.length === 0 && name === 'self') continue;
    const path = [...outer, name];
    const source = sourceOf(declared, path);
    if (!source.ok) return source;
    const nested = collect(declared.inputs ?? {}, path);
    if (!nested.ok) return nested;
    found.push({ path, source: source.value }, ...nested.value);
  }
  return success(found);
}

function sourceOf(
  declared: Declared,
  path: readonly string[],
): Result<FlakeAttributes | undefined> {
  const { url, follows } = declared;
  if (follows !== undefined) return success(undefined);
  if (url !== undefined) {
    const source = parseFlakeReference(url);
    return source === undefined
      ? failure(
          unreadable(
            `the input ${path.join('/')} has the URL "${url}", which Gantry does not know`,
          ),
        )
      : success(source);
  }
  const members = Object.entries(declared).filter(([name]) => !NO_SOURCE.has(name));
  if (members.length > 0) return success(Object.fromEntries(members) as FlakeAttributes);
  // An input of another input that is only given inputs keeps its own source.
  return success(path.length > 1 ? undefined : { type: 'indirect', id: path[0] ?? '' });
}

function unreadable(message: string) {
  return errorAt('flake/unreadable', `flake.nix: ${message}`, {
    file: 'flake.nix',
    help: 'write the input as `NAME.url = "github:OWNER/REPOSITORY";`',
  });
}
