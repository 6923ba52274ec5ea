import { IR_VERSION, type Ir } from '../bridge/ir.ts';
import type { CodegenTarget } from '../bridge/project.ts';
import { declarationsOf } from './declarations.ts';
import { irDigest } from './ir-digest.ts';
import { printJsonSchema } from './print/json-schema.ts';
import { printTypeScript } from './print/typescript.ts';
import type { Declaration } from './shape.ts';
import type { CrossedValues } from './values.ts';
import { NO_VALUES } from './values.ts';

/** A file that a generator made: nothing is written here. */
export interface GeneratedFile {
  /** As `out` of the target says. */
  readonly path: string;
  readonly text: string;
}

export interface Target {
  /** Names the exports: `homelab` gives `Homelab`, `HomelabInput`, `homelabSchema`, `homelabInputSchema`. */
  readonly name: string;
  readonly format: Format;
  /** Path of the file; default: the name, with the ending of the format. */
  readonly out?: string;
  /** What to run to make the file again; stands in its header. */
  readonly command: string;
  /** Defaults and examples for the doc comments. */
  readonly values?: CrossedValues;
}

export type Format = CodegenTarget['format'];

const ENDINGS: Readonly<Record<Format, string>> = {
  typescript: '.ts',
  'json-schema': '.schema.json',
};

/** What every generated file says of itself: by these words it is known as one that may be replaced. */
export const GENERATED_MARK = ' from Nix option declarations; edit those, not this file.';

/**
 * IR → files: one TypeScript module, or one JSON Schema for what evaluation gives and one for what
 * people write. Equal arguments give equal bytes.
 */
export function generate(ir: Ir, target: Target): GeneratedFile[] {
  const declarations = declarationsOf(target.name, ir, target.values ?? NO_VALUES);
  const origin = [
    `Made by \`${target.command}\`${GENERATED_MARK}`,
    `IR: ${IR_VERSION} ${irDigest(ir)}`,
  ];
  const out = target.out ?? `${target.name}${ENDINGS[target.format]}`;
  return PRINTERS[target.format](out, declarations, origin);
}

type Printer = (
  out: string,
  declarations: readonly Declaration[],
  origin: readonly string[],
) => GeneratedFile[];

const PRINTERS: Readonly<Record<Format, Printer>> = {
  typescript: (out, declarations, origin) => {
    const header = [...origin.map((line) => `// ${line}\n`), '/* eslint-disable */\n'].join('');
    return [{ path: out, text: printTypeScript(declarations, header) }];
  },
  'json-schema': (out, declarations, origin) => {
    const comment = origin.join(' ');
    return [
      { path: out, text: printJsonSchema(declarations, 'read', comment) },
      { path: inputPath(out), text: printJsonSchema(declarations, 'write', comment) },
    ];
  },
};

/** `generated/homelab.schema.json` → `generated/homelab-input.schema.json`. */
function inputPath(out: string): string {
  const slash = out.lastIndexOf('/') + 1;
  const [stem = '', ...endings] = out.slice(slash).split('.');
  return `${out.slice(0, slash)}${[`${stem}-input`, ...endings].join('.')}`;
}
