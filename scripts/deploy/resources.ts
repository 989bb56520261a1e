import { z } from 'zod';
import type { ToolResult } from '../run-tool.ts';

/** Runs one wrangler command and captures what it prints. */
export type Wrangler = (...args: string[]) => Promise<ToolResult>;

/** What a deployment needs to exist, by name; wrangler.toml says it. */
export interface Resources {
  databases: readonly string[];
  buckets: readonly string[];
  queues: readonly string[];
}

const DATABASES = z.array(z.object({ name: z.string(), uuid: z.string() }));

/** A deployment cannot go on: printed without a stack. */
export class DeployError extends Error {}

/**
 * Creates the buckets, queues and databases that are missing. Returns the id of every database by its name.
 * Throws DeployError with wrangler's words when Cloudflare refuses.
 */
export async function createMissingResources(wrangler: Wrangler, resources: Resources): Promise<Map<string, string>> {
  for (const bucket of resources.buckets) {
    const { ok } = await wrangler('r2', 'bucket', 'info', bucket, '--json');
    if (!ok) await requireOk(wrangler, 'r2', 'bucket', 'create', bucket);
  }
  for (const queue of resources.queues) {
    const { ok } = await wrangler('queues', 'info', queue);
    if (!ok) await requireOk(wrangler, 'queues', 'create', queue);
  }
  const existing = await getDatabaseIds(wrangler);
  const missing = resources.databases.filter((name) => !existing.has(name));
  for (const name of missing) await requireOk(wrangler, 'd1', 'create', name);
  return missing.length > 0 ? getDatabaseIds(wrangler) : existing;
}

/** Runs a command that has to succeed. Returns what it printed. */
export async function requireOk(wrangler: Wrangler, ...args: string[]): Promise<string> {
  const { ok, output } = await wrangler(...args);
  if (!ok) throw new DeployError(`wrangler ${args.join(' ')} failed:\n\n${output}`);
  return output;
}

async function getDatabaseIds(wrangler: Wrangler): Promise<Map<string, string>> {
  const databases = DATABASES.parse(JSON.parse(await requireOk(wrangler, 'd1', 'list', '--json')));
  return new Map(databases.map(({ name, uuid }) => [name, uuid]));
}
