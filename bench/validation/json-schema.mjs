// A schema table as JSON Schema, so that another validator can check the same thing.
export function toJsonSchema({ definitions }) {
  return {
    $id: 'kubernetes',
    definitions: Object.fromEntries(
      Object.entries(definitions).map(([name, row]) => [name, structOf(row)]),
    ),
  };
}

function structOf(row) {
  const required = Object.keys(row).filter((field) => row[field].endsWith('!'));
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(row).map(([field, type]) => [field, typeOf(type.replace(/!$/, ''))]),
    ),
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
  };
}

const LEAVES = {
  string: { type: 'string' },
  byte: { type: 'string', pattern: '^[A-Za-z0-9+/\\r\\n]*={0,2}$' },
  'date-time': { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT' },
  boolean: { type: 'boolean' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  int32: { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  int64: { type: 'integer' },
  quantity: {
    anyOf: [
      { type: 'number' },
      {
        type: 'string',
        pattern: '^[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d+)?$',
      },
    ],
  },
  'int-or-string': { anyOf: [{ type: 'integer' }, { type: 'string' }] },
  any: {},
  object: { type: 'object', additionalProperties: false },
};

function typeOf(text) {
  if (text.startsWith('#')) return { $ref: `#/definitions/${text.slice(1)}` };
  if (text.startsWith('{}')) return { type: 'object', additionalProperties: typeOf(text.slice(2)) };
  const list = /^\[[^\]]*\](.*)$/.exec(text);
  return list === null ? LEAVES[text] : { type: 'array', items: typeOf(list[1]) };
}
