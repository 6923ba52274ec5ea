import type { Ir } from '../bridge/ir.ts';
import { IR_VERSION } from '../bridge/ir.ts';
import { declarationsOf } from './declarations.ts';
import { irDigest } from './ir-digest.ts';
import { printTypeScript } from './print/typescript.ts';
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
  readonly format: 'typescript';
  /** What to run to make the file again; stands in its header. */
  readonly command: string;
  /** Defaults and examples for the doc comments. */
  readonly values?: CrossedValues;
}

/** IR → files. Equal arguments give equal bytes. */
export function generate(ir: Ir, target: Target): GeneratedFile[] {
  const declarations = declarationsOf(target.name, ir, target.values ?? NO_VALUES);
  const header = [
    `// Made by \`${target.command}\` from Nix option declarations; edit those, not this file.`,
    `// IR: ${IR_VERSION} ${irDigest(ir)}`,
    '',
  ].join('\n');
  return [{ path: `${target.name}.ts`, text: printTypeScript(declarations, header) }];
}
