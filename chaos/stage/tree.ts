import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { getRunFolder } from '../../e2e/harness/run-folder.ts';
import { ROOT } from '../../scripts/run-tool.ts';

/** A change to a source of the product: the text that is replaced, which has to be there once, and by what. */
export interface Patch {
  file: string;
  from: string;
  to: string;
}

/** What is built, and so copied: a patch must not reach the original. */
const copied = ['workers', 'durable-objects', 'shared', 'migrations', 'scripts', 'chaos'];
/** What is only looked at. */
const linked = ['node_modules', 'web', 'client', 'package.json', 'package-lock.json'];

/** What only chaos runs have: the Worker's way to questions and faults, and queues of their own. */
const ownPatches: readonly Patch[] = [
  { file: 'wrangler.toml', from: '"/health"]', to: '"/health", "/chaos/*"]' },
  { file: 'wrangler.toml', from: '[vars]\n', to: '[vars]\nCHAOS_QUEUES = "memory"\n' },
  {
    file: 'wrangler.toml',
    from: '[[migrations]]\ntag = "v1"\n',
    to: `[[durable_objects.bindings]]
name = "CHAOS_QUEUE"
class_name = "QueueObject"

[[migrations]]
tag = "chaos"
new_sqlite_classes = ["QueueObject"]

[[migrations]]
tag = "v1"
`,
  },
];

/**
 * A copy of the project, in which chaos/worker stands in the place of the Worker's entry, built and ready for
 * scripts/start.ts. Its folder goes with the run. Throws when a patch does not fit any more, or the build fails.
 */
export async function buildTree(patches: readonly Patch[] = []): Promise<string> {
  const tree = mkdtempSync(join(getRunFolder(), 'tree-'));
  for (const name of copied) cpSync(join(ROOT, name), join(tree, name), { recursive: true, preserveTimestamps: true });
  for (const name of linked) symlinkSync(join(ROOT, name), join(tree, name));
  cpSync(join(ROOT, 'wrangler.toml'), join(tree, 'wrangler.toml'));
  for (const patch of [...ownPatches, ...patches]) applyPatch(tree, patch);

  mkdirSync(join(tree, 'dist/web'), { recursive: true });
  // Nobody opens a page; newer than its sources, so that it is not built.
  writeFileSync(join(tree, 'dist/web/index.html'), '<!doctype html>\n');
  await run(tree, 'wrangler', ['deploy', 'chaos/worker/index.ts', '--dry-run', '--outdir', 'dist/worker']);
  await run(tree, 'node', ['scripts/one-machine/write-worker-options.ts']);
  return tree;
}

function applyPatch(tree: string, { file, from, to }: Patch): void {
  const path = join(tree, file);
  const parts = readFileSync(path, 'utf8').split(from);
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} places that say: ${from}`);
  writeFileSync(path, parts.join(to));
}

async function run(tree: string, command: string, args: readonly string[]): Promise<void> {
  const bin = join(ROOT, 'node_modules/.bin');
  const child = spawn(join(bin, command), args, {
    cwd: tree,
    env: {
      ...process.env,
      PATH: bin + delimiter + (process.env['PATH'] ?? ''),
      NODE_ENV: 'production',
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_WRITE_LOGS: 'false',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${command} failed in ${tree}:\n${output}`);
}
