import type { Diagnostic } from '../../core/diagnostic.ts';
import { printableJson } from '../../core/printable.ts';
import { placeOf, sentenceOf } from './place.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF 2.1.0, as code scanning services read it. Paths are relative to the project root. */
export function sarifReport(diagnostics: readonly Diagnostic[]): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'gantry', rules: codes.map((id) => ({ id })) } },
        originalUriBaseIds: { ROOT: { description: { text: 'The project root.' } } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((found) => result(found, codes)),
      },
    ],
  };
  return `${printableJson(JSON.stringify(log, null, 2))}\n`;
}

function result(found: Diagnostic, codes: readonly string[]) {
  const { code, severity, object, pointer, file, help } = found;
  const text = help === undefined ? sentenceOf(found) : `${sentenceOf(found)}\n${help}`;
  const logical =
    object === undefined
      ? []
      : [{ name: object, fullyQualifiedName: `${file ?? ''}#${pointer ?? ''}` }];
  const physical = physicalLocation(found);
  const location = {
    ...physical,
    ...(logical.length === 0 ? {} : { logicalLocations: logical }),
  };
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text },
    locations: Object.keys(location).length === 0 ? [] : [location],
  };
}

function physicalLocation(found: Diagnostic) {
  const place = placeOf(found);
  if (place === undefined) return {};
  const { file, line, column } = place;
  const region = {
    ...(line === undefined ? {} : { startLine: line }),
    ...(line === undefined || column === undefined ? {} : { startColumn: column }),
  };
  return {
    physicalLocation: {
      artifactLocation: {
        uri: file.split('/').map(encodeURIComponent).join('/'),
        uriBaseId: 'ROOT',
      },
      ...(line === undefined ? {} : { region }),
    },
  };
}
