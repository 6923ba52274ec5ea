import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { isJsonObject, type JsonObject } from '../core/json.ts';
import { failure, success, type Result } from '../core/result.ts';
import { Timestamp, type YamlEntry, type YamlMap, type YamlNode } from '../yaml/node.ts';
import { parseTimestamp } from '../yaml/timestamp.ts';
import { nodeToJson } from '../yaml/to-json.ts';
import { SERVICE_LISTS, serviceRecipient } from './key-services.ts';
import {
  DEFAULT_SELECTION,
  SELECTION_KINDS,
  selectionProblem,
  type Selection,
} from './selection.ts';

/** One recipient and the data key, or the group's part of it, wrapped for it. */
export interface WrappedKey {
  /** An age recipient, or `SERVICE:KEY` (see `key-services.ts`). */
  readonly recipient: string;
  /** For an age recipient an armored age file. */
  readonly enc: string;
  /** The whole entry of a key service as sops wrote it; entries of age recipients have no more than the above. */
  readonly entry?: { readonly list: string; readonly fields: JsonObject };
}

/** The `sops:` block of a file. */
export interface SopsMetadata {
  /** Wrapped keys per key group; a file without `key_groups` has one group. */
  readonly keyGroups: readonly (readonly WrappedKey[])[];
  /** How many groups are needed to open the file; the number of groups unless the file says less. */
  readonly threshold: number;
  readonly selection: Selection;
  readonly macOnlyEncrypted: boolean;
  /** As the MAC is bound to it: RFC 3339 with whole seconds. */
  readonly lastModified: string;
  /** The sealed MAC; undefined in files that have none. */
  readonly mac: string | undefined;
  readonly version: string | undefined;
}

/** All recipients of a file, in order. */
export function recipientsOf(metadata: SopsMetadata): string[] {
  return metadata.keyGroups.flatMap((group) => group.map((key) => key.recipient));
}

/** Reads the block of document 0. Every problem is reported, code `secrets/metadata`. */
export function readMetadata(block: YamlNode, file: string): Result<SopsMetadata> {
  if (block.kind !== 'map') {
    return failure(
      errorAt('secrets/metadata', `the sops block of ${file} is not a mapping`, { file }),
    );
  }
  return new BlockReader(block, file).read();
}

class BlockReader {
  readonly #block: YamlMap;
  readonly #file: string;
  readonly #problems: Diagnostic[] = [];

  constructor(block: YamlMap, file: string) {
    this.#block = block;
    this.#file = file;
  }

  read(): Result<SopsMetadata> {
    const groupNodes = nonEmptyList(fieldOf(this.#block, 'key_groups'));
    const groups = groupNodes.length > 0 ? groupNodes : [this.#block];
    const keyGroups = groups.map((group) =>
      group.kind === 'map' ? [...this.#ageKeys(group), ...this.#serviceKeys(group)] : [],
    );
    if (keyGroups.every((group) => group.length === 0)) {
      this.#problem('no keys: the file names no recipient that could open it');
    }
    const threshold = Number(scalarOf(fieldOf(this.#block, 'shamir_threshold')) ?? 0);
    const metadata = {
      keyGroups,
      threshold: threshold > 0 && keyGroups.length > 1 ? threshold : keyGroups.length,
      selection: this.#selection(),
      macOnlyEncrypted: scalarOf(fieldOf(this.#block, 'mac_only_encrypted')) === 'true',
      lastModified: this.#lastModified(),
      mac: scalarOf(fieldOf(this.#block, 'mac')),
      version: scalarOf(fieldOf(this.#block, 'version')),
    };
    return this.#problems.length > 0 ? failure(...this.#problems) : success(metadata);
  }

  #ageKeys(group: YamlMap): WrappedKey[] {
    return nonEmptyList(fieldOf(group, 'age')).map((node, index) => {
      const recipient = node.kind === 'map' ? scalarOf(fieldOf(node, 'recipient')) : undefined;
      const enc = node.kind === 'map' ? scalarOf(fieldOf(node, 'enc')) : undefined;
      if (enc === undefined) this.#problem(`age entry ${index + 1} has no enc`);
      return { recipient: recipient ?? '', enc: enc ?? '' };
    });
  }

  #serviceKeys(group: YamlMap): WrappedKey[] {
    return SERVICE_LISTS.flatMap((list) =>
      nonEmptyList(fieldOf(group, list)).map((node, index) => {
        const fields = nodeToJson(node);
        if (!isJsonObject(fields) || typeof fields['enc'] !== 'string') {
          this.#problem(`${list} entry ${index + 1} has no enc`);
          return { recipient: list, enc: '' };
        }
        const recipient = serviceRecipient(list, fields);
        return { recipient, enc: fields['enc'], entry: { list, fields } };
      }),
    );
  }

  #selection(): Selection {
    const present = SELECTION_KINDS.flatMap((kind): Selection[] => {
      const pattern = scalarOf(fieldOf(this.#block, kind));
      return pattern === undefined || pattern === '' ? [] : [{ kind, pattern }];
    });
    if (present.length > 1) {
      const names = present.map((selection) => selection.kind).join(' and ');
      this.#problem(`only one selection field is allowed, here are ${names}`);
    }
    const usable = present.filter((selection) => this.#isUsable(selection));
    return usable[0] ?? DEFAULT_SELECTION;
  }

  #isUsable(selection: Selection): boolean {
    const problem = selectionProblem(selection);
    if (problem === undefined) return true;
    const { kind, pattern } = selection;
    this.#problem(`${kind} ${JSON.stringify(pattern)} cannot be used: ${problem}`);
    return false;
  }

  #lastModified(): string {
    const node = fieldOf(this.#block, 'lastmodified');
    const moment =
      node?.kind !== 'scalar'
        ? undefined
        : node.value instanceof Timestamp
          ? node.value
          : parseTimestamp(node.source);
    if (moment === undefined) this.#problem('lastmodified is not an RFC 3339 time');
    return (moment?.rfc3339 ?? '').replace(/\.\d+/, '');
  }

  #problem(what: string): void {
    const file = this.#file;
    this.#problems.push(
      errorAt('secrets/metadata', `the sops block of ${file} is damaged: ${what}`, { file }),
    );
  }
}

/** The entry of a mapping; its value with `fieldOf`. */
export function entryOf(map: YamlMap, key: string): YamlEntry | undefined {
  return map.entries.find((entry) => entry.key === key);
}

export function fieldOf(map: YamlMap, key: string): YamlNode | undefined {
  return entryOf(map, key)?.value;
}

function nonEmptyList(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items.map((item) => item.value) : [];
}

function scalarOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? node.source : undefined;
}
