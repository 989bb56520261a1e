import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { ROOT, type ToolResult } from '../run-tool.ts';

/** In bytes, compressed by gzip. */
const FIRST_LOAD_LIMIT = 160 * 1024;
const WORKER_LIMIT = 1024 * 1024;

/** Vite's list of what it built: https://vite.dev/guide/backend-integration.html */
const MANIFEST = z.record(
  z.string(),
  z.object({ file: z.string(), isEntry: z.boolean().optional(), imports: z.array(z.string()).optional() }),
);

/** Compares what is in dist/ with its budgets. */
export async function checkBundleSize(): Promise<ToolResult> {
  const web = join(ROOT, 'dist/web');
  const manifest = MANIFEST.parse(JSON.parse(readFileSync(join(web, '.vite/manifest.json'), 'utf8')));
  const firstLoad = getFirstLoad(manifest).map((file) => join(web, file));
  const worker = join(ROOT, 'dist/worker');
  const modules = readdirSync(worker).filter((name) => name.endsWith('.js'));
  const sizes = [
    { name: 'script for the first load', size: getCompressedSize(firstLoad), limit: FIRST_LOAD_LIMIT },
    { name: 'Worker', size: getCompressedSize(modules.map((name) => join(worker, name))), limit: WORKER_LIMIT },
  ];
  const output = sizes
    .map(({ name, size, limit }) => `${name}: ${inKilobytes(size)} of ${inKilobytes(limit)}\n`)
    .join('');
  return { ok: sizes.every(({ size, limit }) => size <= limit), output };
}

/** The scripts that a browser needs before it runs anything: the entries and what they import statically. */
export function getFirstLoad(manifest: z.infer<typeof MANIFEST>): string[] {
  const needed = new Set(Object.keys(manifest).filter((key) => manifest[key]?.isEntry));
  for (const key of needed) {
    for (const imported of manifest[key]?.imports ?? []) needed.add(imported);
  }
  return [...needed].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith('.js'));
}

function getCompressedSize(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
}

function inKilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
