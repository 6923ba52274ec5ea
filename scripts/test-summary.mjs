// Prints the closing line of a test run from vitest's JSON report: `N passed, N failed`, and `, N skipped`.
// A test file that did not even load counts as one failure. Exits 1 unless everything passed.
import { readFileSync } from 'node:fs';

const text = readFileSync(process.argv[2], 'utf8');
if (text === '') {
  console.error('vitest ended without a report');
  process.exit(1);
}

const report = JSON.parse(text);
const unloaded = report.testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.length === 0,
).length;
const failed = report.numFailedTests + unloaded;
const skipped = report.numPendingTests + report.numTodoTests;

const counts = [`${report.numPassedTests} passed`, `${failed} failed`];
if (skipped > 0) counts.push(`${skipped} skipped`);
console.log(counts.join(', '));
process.exitCode = failed === 0 && report.success ? 0 : 1;
