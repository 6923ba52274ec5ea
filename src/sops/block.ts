import { columnOf } from '../yaml/edit.ts';
import type { YamlMap } from '../yaml/node.ts';
import type { Printable, PrintableMap } from '../yaml/print.ts';
import type { SopsFile } from './encrypted-file.ts';
import { fieldOf, type SopsMetadata, type WrappedKey } from './metadata.ts';
import { METADATA_KEY } from './walk.ts';

/** How a file is laid out: go-yaml's indent and the order of the fields in its sops block. */
export interface FileLayout {
  readonly step: number;
  /** `sorted` since sops 3.13, `declared` (the order of sops' own struct) before. */
  readonly fields: 'sorted' | 'declared';
  /** Empty lists of other key services that sops up to 3.9 wrote. */
  readonly emptyLists: readonly string[];
}

export const NEW_LAYOUT: FileLayout = { step: 2, fields: 'sorted', emptyLists: [] };

/** Order up to sops 3.12. */
const DECLARED = [
  'shamir_threshold',
  'key_groups',
  'kms',
  'gcp_kms',
  'hckms',
  'azure_kv',
  'hc_vault',
  'age',
  'lastmodified',
  'mac',
  'pgp',
  'unencrypted_suffix',
  'encrypted_suffix',
  'unencrypted_regex',
  'encrypted_regex',
  'unencrypted_comment_regex',
  'encrypted_comment_regex',
  'mac_only_encrypted',
  'version',
];

/** The layout of an existing file, read off its sops block. */
export function layoutOf(file: SopsFile): FileLayout {
  const block = file.documents[0] && fieldOf(file.documents[0].root, METADATA_KEY);
  if (block?.kind !== 'map' || block.flow) return NEW_LAYOUT;
  const first = block.entries[0];
  const step = first === undefined ? 2 : columnOf(file.text, first.keySpan.start);
  const emptyLists = block.entries
    .filter(({ key, value }) => key !== 'age' && value.kind === 'list' && value.items.length === 0)
    .map(({ key }) => key);
  return { step: Math.max(2, step), fields: fieldOrder(block), emptyLists };
}

/** The `sops` block in the order of the layout. */
export function blockOf(metadata: SopsMetadata, layout: FileLayout): PrintableMap {
  const [flat = []] = metadata.keyGroups;
  const shared = metadata.keyGroups.length > 1;
  const fields = new Map<string, Printable>([
    ...layout.emptyLists.map((name): [string, Printable] => [name, []]),
    ...(shared
      ? [
          ['key_groups', metadata.keyGroups.map((group) => keyGroup(group, layout))] as const,
          ['shamir_threshold', BigInt(metadata.threshold)] as const,
        ]
      : keyLists(flat, layout)),
    ['lastmodified', metadata.lastModified],
    ['mac', metadata.mac ?? ''],
    [metadata.selection.kind, metadata.selection.pattern],
    ...(metadata.macOnlyEncrypted ? [['mac_only_encrypted', true] as const] : []),
    ...(metadata.version === undefined ? [] : [['version', metadata.version] as const]),
  ]);
  return new Map([...fields].sort(([a], [b]) => compareFields(a, b, layout)));
}

/** sops writes `age` and `hc_vault` into every group, be they empty. */
function keyGroup(group: readonly WrappedKey[], layout: FileLayout): Printable {
  const fields = new Map<string, Printable>([
    ['hc_vault', []],
    ['age', []],
    ...keyLists(group, layout),
  ]);
  return new Map([...fields].sort(([a], [b]) => compareFields(a, b, layout)));
}

/** The lists of a group that hold something. */
function keyLists(group: readonly WrappedKey[], { fields }: FileLayout): [string, Printable][] {
  const lists = new Map<string, Printable[]>();
  for (const { recipient, enc, entry } of group) {
    const pair: [string, Printable][] = [
      ['enc', enc],
      ['recipient', recipient],
    ];
    const { list, item } =
      entry === undefined
        ? { list: 'age', item: new Map(fields === 'sorted' ? pair : pair.reverse()) }
        : { list: entry.list, item: entry.fields };
    lists.set(list, [...(lists.get(list) ?? []), item]);
  }
  return [...lists];
}

function compareFields(a: string, b: string, { fields }: FileLayout): number {
  if (fields === 'sorted') return a < b ? -1 : 1;
  return DECLARED.indexOf(a) - DECLARED.indexOf(b);
}

/** Told by the order within an age entry; both orders agree on many blocks. */
function fieldOrder(block: YamlMap): 'sorted' | 'declared' {
  const groups = fieldOf(block, 'key_groups');
  const first = groups?.kind === 'list' ? groups.items[0]?.value : block;
  const age = first?.kind === 'map' ? fieldOf(first, 'age') : undefined;
  const entry = age?.kind === 'list' ? age.items[0]?.value : undefined;
  return entry?.kind === 'map' && entry.entries[0]?.key === 'recipient' ? 'declared' : 'sorted';
}
