import type { Ir } from '../bridge/ir.ts';
import { IR_VERSION } from '../bridge/ir.ts';
import { declarationsOf } from './declarations.ts';
import { irDigest } from './ir-digest.ts';
import { printJsonSchema } from './print/json-schema.ts';
import { printTypeScript } from './print/typescript.ts';
import type { Declaration } from './shape.ts';
import type { CrossedValues } from './values.ts';
import { NO_VALUES } from './values.ts';

/** A file that a generator made: nothing is written here. */
export interface GeneratedFile {
  /** Name of the file, without a folder. */
  readonly path: string;
  readonly text: string;
}

export interface Target {
  /** Names the exports: `homelab` gives `Homelab`, `HomelabInput`, `homelabSchema`, `homelabInputSchema`. */
  readonly name: string;
  readonly format: Format;
  /** What to run to make the file again; stands in its header. */
  readonly command: string;
  /** Defaults and examples for the doc comments. */
  readonly values?: CrossedValues;
}

export type Format = 'typescript' | 'json-schema';

/**
 * IR → files: one TypeScript module, or one JSON Schema for what evaluation gives and one for what
 * people write. Equal arguments give equal bytes.
 */
export function generate(ir: Ir, target: Target): GeneratedFile[] {
  const declarations = declarationsOf(target.name, ir, target.values ?? NO_VALUES);
  const origin = [
    `Made by \`${target.command}\` from Nix option declarations; edit those, not this file.`,
    `IR: ${IR_VERSION} ${irDigest(ir)}`,
  ];
  return PRINTERS[target.format](target.name, declarations, origin);
}

type Printer = (
  name: string,
  declarations: readonly Declaration[],
  origin: readonly string[],
) => GeneratedFile[];

const PRINTERS: Readonly<Record<Format, Printer>> = {
  typescript: (name, declarations, origin) => {
    const header = origin.map((line) => `// ${line}\n`).join('');
    return [{ path: `${name}.ts`, text: printTypeScript(declarations, header) }];
  },
  'json-schema': (name, declarations, origin) => {
    const comment = origin.join(' ');
    return [
      { path: `${name}.schema.json`, text: printJsonSchema(declarations, 'read', comment) },
      { path: `${name}-input.schema.json`, text: printJsonSchema(declarations, 'write', comment) },
    ];
  },
};
