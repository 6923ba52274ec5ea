import type { Diagnostic } from '../../core/diagnostic.ts';
import { placeOf, sentenceOf } from './place.ts';

/** JUnit XML: one test case per finding, failed for errors, its text in system-out otherwise; one suite per file. */
export function junitReport(diagnostics: readonly Diagnostic[]): string {
  const suites = new Map<string, Diagnostic[]>();
  for (const found of diagnostics) {
    const name = found.file ?? placeOf(found)?.file ?? 'project';
    suites.set(name, [...(suites.get(name) ?? []), found]);
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const count = `tests="${diagnostics.length}" failures="${errors}" errors="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="gantry" ${count}>`,
    ...[...suites].flatMap(([file, found]) => suite(file, found)),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(file: string, found: readonly Diagnostic[]): string[] {
  const failures = found.filter(({ severity }) => severity === 'error').length;
  return [
    `  <testsuite name="${xml(file)}" tests="${found.length}" failures="${failures}" errors="0" skipped="0">`,
    ...found.flatMap(testCase),
    '  </testsuite>',
  ];
}

function testCase(found: Diagnostic): string[] {
  const place = placeOf(found);
  const position = [place?.file, place?.line, place?.column].filter((part) => part !== undefined);
  const text = xml([position.join(':'), found.pointer, found.help].filter(Boolean).join('\n'));
  const message = xml(sentenceOf(found));
  const body =
    found.severity === 'error'
      ? `<failure type="${xml(found.code)}" message="${message}">${text}</failure>`
      : `<system-out>${found.severity}: ${message}\n${text}</system-out>`;
  return [
    `    <testcase classname="${xml(found.code)}" name="${xml(found.object ?? found.code)}">`,
    `      ${body}`,
    '    </testcase>',
  ];
}

/** Text that XML 1.0 allows, escaped; what it does not allow is left out. */
function xml(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
