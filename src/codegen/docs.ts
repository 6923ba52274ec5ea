import type { IrDeclaration, IrOption, IrType, IrTypeOf } from '../bridge/ir.ts';
import type { Crossed, CrossedValues } from './values.ts';

/** Longest default or example that a doc comment shows. */
const LONGEST_VALUE = 120;

/** The doc comment of an option: description, default, example, where it is declared. */
export function optionDoc(option: IrOption, pointer: string, values: CrossedValues): string[] {
  const facts = [
    ...labelled('Default', values.defaults[pointer]),
    ...labelled('Example', values.examples[pointer]),
    ...typeNotes(option.type),
    ...(option.applied ? ['The declaration changes the value with `apply`.'] : []),
    ...(option.internal ? ['Internal.'] : []),
    ...option.declarations.map((declaration) => `Declared in ${placeOf(declaration)}.`),
  ];
  const description = cleanDescription(option.description ?? '');
  return description.length > 0 && facts.length > 0
    ? [...description, '', ...facts]
    : [...description, ...facts];
}

/** What a type says that its shape cannot. */
function typeNotes(type: IrType): string[] {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- most types need no note
  switch (type.kind) {
    case 'nullOr':
    case 'unique':
      return typeNotes(type.element);
    case 'fileset':
    case 'functionTo':
    case 'optionDeclaration':
    case 'optionType':
    case 'pkgs':
      return [`A value of type ${type.description} does not cross to JSON.`];
    case 'remerged':
      return [
        'The declaration merges definitions in a way of its own.',
        ...typeNotes(type.element),
      ];
    case 'unknown':
      return [UNKNOWN_NOTES[type.reason](described(type))];
    default:
      return [];
  }
}

const UNKNOWN_NOTES: Readonly<
  Record<IrTypeOf<'unknown'>['reason'], (described: string) => string>
> = {
  depth: () => 'Nested too deep to be followed: anything is accepted.',
  shallow: () => 'The declaration hides what lies below: anything is accepted.',
  type: (described) => `Type ${described} is not known here: anything is accepted.`,
};

/** `dag (a DAG)`, or the name alone where the description adds nothing. */
export function described({ name, description }: IrTypeOf<'unknown'>): string {
  return name === description ? name : `${name} (${description})`;
}

function labelled(label: string, value: Crossed | undefined): string[] {
  if (value === undefined) return [];
  if ('unavailable' in value) return [`${label}: not shown, ${value.unavailable}.`];
  const text = shown(value);
  if (text.includes('\n') || text.length > LONGEST_VALUE) return [`${label}: see the declaration.`];
  return [`${label}: \`${safe(text).replaceAll('`', "'")}\`.`];
}

function shown(value: Exclude<Crossed, { unavailable: string }>): string {
  if ('json' in value) return JSON.stringify(value.json);
  return 'digits' in value ? value.digits : value.text.trim();
}

function placeOf({ file, line }: IrDeclaration): string {
  return safe(line === null ? file : `${file}:${String(line)}`);
}

/** DocBook elements that older descriptions hold, and the Markdown that stands for them. */
const DOCBOOK = /<\/?(?:literal|option|filename|command|varname|package|code|envar)\/?>/g;
const DOCBOOK_LAYOUT =
  /<\/?(?:para|note|warning|itemizedlist|listitem|programlisting|emphasis|link)[^>]*>/g;
/** Markdown roles of the NixOS manual: `` {option}`services.x` ``. */
const ROLE = /\{[a-z.]+\}(?=`)/g;

/** Lines of a description that are safe in a doc comment, without markup of the NixOS manual. */
export function cleanDescription(description: string): string[] {
  const lines = safe(description)
    .replaceAll(DOCBOOK, '`')
    .replaceAll(DOCBOOK_LAYOUT, '')
    .replaceAll(ROLE, '')
    .split('\n')
    .filter((line) => !line.startsWith(':::'))
    .map((line) => line.trimEnd());
  const start = lines.findIndex((line) => line !== '');
  const end = lines.findLastIndex((line) => line !== '');
  return start === -1 ? [] : lines.slice(start, end + 1);
}

// The end of a comment would end it, and `@word` at the start of a line would be a tag.
function safe(text: string): string {
  return text.replaceAll('*/', '*\\/').replaceAll(/^(\s*)@/gm, '$1\\@');
}
