import { runChecks } from './checks/run-checks.ts';

/** `npm run check`: format, lint, types, unused code, generated files, builds and budgets. */
const { passed, failed } = await runChecks();
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
