import { env } from 'cloudflare:workers';
import { describe, expect, it, vi } from 'vitest';
import { checkHealth } from './health.ts';
import { send } from './testing/http.ts';

describe('health', () => {
  it('says the version and that every part answers', async () => {
    const response = await send('/health');
    expect([response.status, await response.json()]).toEqual([
      200,
      {
        ok: true,
        version: env.VERSION,
        mode: 'test',
        bindings: {
          DIRECTORY: 'ok',
          SHARD_1: 'ok',
          SHARD_2: 'ok',
          SEARCH: 'ok',
          FILES: 'ok',
          AUDIT_QUEUE: 'ok',
          CHANNEL: 'ok',
          SESSION: 'ok',
        },
      },
    ]);
  });

  it('says which part does not', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await env.SEARCH.exec('ALTER TABLE metadata RENAME TO elsewhere');
    const response = await send('/health');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ok: false, bindings: { SEARCH: 'failed', DIRECTORY: 'ok' } });
    await env.SEARCH.exec('ALTER TABLE elsewhere RENAME TO metadata');
    logged.mockRestore();
  });

  it('does not wait for ever', async () => {
    vi.useFakeTimers();
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const silent = { ...env.FILES, head: () => new Promise<never>(() => undefined) };
    const health = checkHealth({ ...env, FILES: silent });
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    expect(await health).toMatchObject({ ok: false, bindings: { FILES: 'failed', DIRECTORY: 'ok' } });
    logged.mockRestore();
  });
});

describe('answers', () => {
  it.each([
    '/health',
    '/api/api.test',
    '/api/nothing',
    '/auth/options',
    '/auth/nothing',
    '/sockets/session',
    '/sockets/nothing',
  ])('of %s carry the security headers', async (path) => {
    const { headers } = await send(path);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
