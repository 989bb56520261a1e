import { runBuild, WEB, WORKER } from '../one-machine/builds.ts';
import { runTool, type ToolResult } from '../run-tool.ts';
import { checkBundleSize } from './bundle-size.ts';
import { checkMigrationDrift } from './migration-drift.ts';

export interface Check {
  name: string;
  run: () => Promise<ToolResult>;
}

/** What `npm run check` does besides the builds. None depends on another. */
export const INDEPENDENT_CHECKS: readonly Check[] = [
  { name: 'lint', run: () => runTool('oxlint', []) },
  { name: 'types: Worker and objects', run: () => runTool('tsc', ['-p', 'tsconfig.json']) },
  { name: 'types: web client', run: () => runTool('tsc', ['-p', 'tsconfig.web.json']) },
  { name: 'types: scripts and tests', run: () => runTool('tsc', ['-p', 'tsconfig.node.json']) },
  { name: 'format', run: () => runTool('oxfmt', ['--check']) },
  { name: 'unused files, exports and dependencies', run: () => runTool('knip', []) },
  { name: 'worker-env.d.ts is current', run: () => runTool('npm', ['run', '--silent', 'types', '--', '--check']) },
  { name: 'migrations are current', run: checkMigrationDrift },
  { name: 'reference documentation is current', run: () => runTool('node', ['scripts/reference.ts', '--check']) },
];

/** Each needs the one before. They leave dist/ as the end-to-end tests need it. */
export const BUILD_CHECKS: readonly Check[] = [
  { name: 'web client builds', run: () => runBuild(WEB) },
  { name: 'Worker builds and would deploy', run: () => runBuild(WORKER) },
  { name: 'bundle sizes', run: checkBundleSize },
];
