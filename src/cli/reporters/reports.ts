import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import { printableJson } from '../../core/printable.ts';
import { errorCode } from '../../fs/read.ts';
import { give, say } from '../output.ts';
import { compactReport } from './compact.ts';
import { githubReport } from './github.ts';
import { causesOf } from './json.ts';
import { junitReport } from './junit.ts';
import { sarifReport } from './sarif.ts';

const FORMATS = {
  compact: compactReport,
  github: githubReport,
  json: jsonReport,
  junit: junitReport,
  sarif: sarifReport,
} as const satisfies Record<string, (diagnostics: readonly Diagnostic[]) => string>;

/** A report that was asked for: to a file, or to stdout. */
export interface Report {
  readonly format: keyof typeof FORMATS;
  readonly file?: string;
}

export const REPORT_FORMATS = Object.keys(FORMATS).join(', ');

/** Reads `--report sarif=out.sarif`; given several times, there are several. */
export function parseReport(text: string, before: readonly Report[] = []): Report[] {
  const [format = '', ...rest] = text.split('=');
  if (!Object.hasOwn(FORMATS, format))
    throw new InvalidArgumentError(`the formats are ${REPORT_FORMATS}, each with \`=file\` or not`);
  const known = format as keyof typeof FORMATS;
  if (rest.length > 0) return [...before, { format: known, file: fileOf(format, rest.join('=')) }];
  if (before.some(({ file }) => file === undefined))
    throw new InvalidArgumentError(`stdout takes one report; write the others as ${format}=file`);
  return [...before, { format: known }];
}

function fileOf(format: string, file: string): string {
  if (file === '') throw new InvalidArgumentError(`name a file behind ${format}=`);
  return file;
}

/** Writes the reports; gives a finding for each file that cannot be written. */
export function writeReports(
  reports: readonly Report[],
  diagnostics: readonly Diagnostic[],
): Diagnostic[] {
  return reports.flatMap(({ format, file }) => {
    const text = FORMATS[format](diagnostics);
    if (file === undefined) {
      (format === 'json' || format === 'sarif' ? give : say)(text);
      return [];
    }
    try {
      writeFileSync(file, text);
      return [];
    } catch (error) {
      return [unwritten(file, errorCode(error))];
    }
  });
}

function unwritten(file: string, code: string): Diagnostic {
  const details = code === 'ENOENT' ? { help: `make the folder ${dirname(file)} first` } : {};
  return errorAt('write/report', `${file} cannot be written: ${code}`, details);
}

function jsonReport(diagnostics: readonly Diagnostic[]): string {
  return `${printableJson(JSON.stringify({ diagnostics, causes: causesOf(diagnostics) }, null, 2))}\n`;
}
