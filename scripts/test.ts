import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { runChecks } from './checks/run-checks.ts';
import { runToolOnTerminal } from './run-tool.ts';

const REPORT = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

/** `npm test`: every check and every test. The last line says how many passed and failed, a check counting as one. */
const checks = await runChecks();
const tests = await runTests();
const passed = checks.passed + tests.passed;
const failed = checks.failed + tests.failed;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function runTests(): Promise<{ passed: number; failed: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'edgeways-test-'));
  const report = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const ok = await runToolOnTerminal('vitest', ['run', ...reporters, ...process.argv.slice(2)]);
    const { numPassedTests, numFailedTests } = REPORT.parse(JSON.parse(readFileSync(report, 'utf8')));
    // A file that cannot be loaded, or an error between tests, fails no test, and still is a failure.
    return { passed: numPassedTests, failed: ok ? numFailedTests : Math.max(1, numFailedTests) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
