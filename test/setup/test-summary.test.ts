import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/test-summary.mjs', import.meta.url));
const counts = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
const loaded = { status: 'failed', assertionResults: [{}] };
const unloaded = { status: 'failed', assertionResults: [] };

test.each([
  ['all passed', { ...counts, success: true, testResults: [] }, '7 passed, 0 failed\n', 0],
  [
    'some skipped',
    { ...counts, numPendingTests: 2, success: true, testResults: [] },
    '7 passed, 0 failed, 2 skipped\n',
    0,
  ],
  [
    'one failed',
    { ...counts, numFailedTests: 1, success: false, testResults: [loaded] },
    '7 passed, 1 failed\n',
    1,
  ],
  [
    'a file that did not load',
    { ...counts, success: false, testResults: [unloaded] },
    '7 passed, 1 failed\n',
    1,
  ],
])('%s', (_, report, line, code) => {
  expect(summarize(JSON.stringify(report))).toMatchObject({ stdout: line, status: code });
});

test('no report is a failure, not a count', () => {
  expect(summarize('')).toMatchObject({
    stdout: '',
    stderr: 'vitest ended without a report\n',
    status: 1,
  });
});

function summarize(report: string): { stdout: string; stderr: string; status: number | null } {
  const folder = mkdtempSync(join(tmpdir(), 'gantry-summary-'));
  writeFileSync(join(folder, 'report.json'), report);
  const ended = spawnSync('node', [script, join(folder, 'report.json')], { encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  return ended;
}
