import fc from 'fast-check';

/** Pieces that mean something to one of the readers, or are hard for all of them. */
const TOKENS = [
  ...[
    '&a ',
    '*a',
    '<<: ',
    '- ',
    '? ',
    ': ',
    ':',
    '|',
    '|+1\n',
    '>-\n',
    '"',
    "'",
    '\\',
    '#',
    ' #c\n',
    ',',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '!!binary ',
    '!!str ',
    '!!set ',
    '!x ',
    '%YAML 1.2\n',
    '---\n',
    '...\n',
    '\n',
    '\n\n',
  ],
  ...[
    ' ',
    '  ',
    '\t',
    '\r',
    '\r\n',
    '\0',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\ud800',
    '\udc00',
    '😀',
    'é',
    '\u007f',
  ],
  ...[
    '0x1F',
    '0o7',
    '1_0',
    '1e400',
    '.nan',
    '.inf',
    '~',
    'null',
    'true',
    '2024-01-01',
    '<<',
    '=',
    '99999999999999999999',
  ],
  ...[
    'sops:',
    'sops',
    'age:',
    'enc:',
    'mac:',
    'pgp: [x]',
    'key_groups: [{}]',
    'shamir_threshold: 2',
    'kms: [{enc: x}]',
  ],
  ...[
    'encrypted_regex: a',
    'unencrypted_comment_regex: c',
    'mac_only_encrypted: true',
    'ENC[AES256_GCM,',
    'type:int]',
  ],
  ...[
    'creation_rules:',
    'path_regex: (',
    'merge: [1]',
    '__proto__',
    'constructor',
    'sha256:',
    'gantry-lock 1',
    'opaque',
  ],
  ...['ref+', 'secretref+', 'sops://', '+', '#/', '%2F', '?a=b', 'ref+sops://f#k'],
];

interface Change {
  readonly at: number;
  readonly length: number;
  readonly from: number;
  readonly token: string;
  readonly kind: 'insert' | 'delete' | 'repeat' | 'move' | 'flip';
}

const change = fc.record<Change>({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(4), fc.nat(80)),
  token: fc.constantFrom(...TOKENS),
  kind: fc.constantFrom('insert', 'delete', 'repeat', 'move', 'flip'),
});

/** One of the texts with a few changes that a hand, a merge or a bad disk might make. */
export function mutated(...texts: readonly string[]): fc.Arbitrary<string> {
  return changed(fc.constantFrom(...texts));
}

/** Whatever an arbitrary makes, with such changes. */
export function changed(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(text, fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([text, changes]) => changes.reduce(apply, text));
}

/** Tokens one after the other. */
export const soup: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...TOKENS, 'a', 'b: ', '  c: d\n'), { maxLength: 40 })
  .map((tokens) => tokens.join(''));

function apply(text: string, { at, from, length, token, kind }: Change): string {
  const start = Math.floor(at * text.length);
  const [before, piece, after] = [
    text.slice(0, start),
    text.slice(start, start + length),
    text.slice(start + length),
  ];
  switch (kind) {
    case 'insert':
      return before + token + piece + after;
    case 'delete':
      return before + after;
    case 'repeat':
      return before + piece + piece + after;
    case 'move': {
      const rest = before + after;
      const target = Math.floor(from * rest.length);
      return rest.slice(0, target) + piece + rest.slice(target);
    }
    case 'flip': {
      const flipped = String.fromCharCode((piece.charCodeAt(0) || 0) ^ (1 << (length % 8)));
      return before + flipped + piece.slice(1) + after;
    }
  }
}
