import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from './run-tool.ts';

const QUEUES = z.array(z.object({ queue: z.string() })).optional();

/** What the scripts read in wrangler.toml; wrangler has filled in its defaults, but exports no type for it. */
export const WranglerConfig = z.object({
  name: z.string(),
  compatibility_date: z.string(),
  vars: z.record(z.string(), z.string()),
  assets: z.object({ run_worker_first: z.array(z.string()) }),
  d1_databases: z.array(z.object({ binding: z.string(), database_name: z.string(), migrations_dir: z.string() })),
  r2_buckets: z.array(z.object({ bucket_name: z.string() })),
  queues: z.object({ producers: QUEUES, consumers: QUEUES }),
});

export type WranglerConfig = z.infer<typeof WranglerConfig>;

export const WRANGLER_TOML = join(ROOT, 'wrangler.toml');

/** Throws when wrangler.toml is not as the scripts expect it. wrangler takes a second to load, so only here. */
export async function readWranglerConfig(): Promise<WranglerConfig> {
  const { unstable_readConfig } = await import('wrangler');
  return WranglerConfig.parse(unstable_readConfig({ config: WRANGLER_TOML }));
}

/** Every queue that the Worker sends to or consumes, each once. */
export function getQueueNames({ queues }: WranglerConfig): string[] {
  return [...new Set([...(queues.producers ?? []), ...(queues.consumers ?? [])].map(({ queue }) => queue))];
}
