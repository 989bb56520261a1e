import { expect, test } from 'vitest';
import frontDoor from './front-door.js';

// The first test in this file, because the door stays open once it is.
test('the first request waits until the databases are migrated', async () => {
  const migrated = Promise.withResolvers<void>();
  const { calls, env } = fakeEnvironment(migrated.promise);
  const answer = frontDoor.fetch(new Request('http://localhost/health'), env);
  expect(calls).toEqual(['READY']);
  migrated.resolve();
  await answer;
  expect(calls).toEqual(['READY', 'APP']);
});

test('the caller is who connects, not who the request says it is', async () => {
  expect(await getCaller('203.0.113.7:50123', { 'CF-Connecting-IP': '198.51.100.1' })).toBe('203.0.113.7');
});

test('an IPv6 caller is given without brackets and port', async () => {
  expect(await getCaller('[2001:db8::1]:50123')).toBe('2001:db8::1');
});

test.each([
  ['/api/auth.test', 'APP'],
  ['/health', 'APP'],
  ['/', 'ASSETS_OR_APP'],
  ['/apiary', 'ASSETS_OR_APP'],
])('%s goes to %s', async (path, target) => {
  const { calls, env } = fakeEnvironment();
  await frontDoor.fetch(new Request(`http://localhost${path}`), env);
  expect(calls).toEqual([target]);
});

/** The address that the application is told when a connection comes from `clientIp`. */
async function getCaller(clientIp: string, headers: Record<string, string> = {}): Promise<string> {
  const request = new Request('http://localhost/api/auth.test', { headers, cf: { clientIp } });
  return (await frontDoor.fetch(request, fakeEnvironment().env)).text();
}

/** Everything behind the door answers with the caller that it was told. */
function fakeEnvironment(ready: Promise<void> = Promise.resolve()) {
  const calls: string[] = [];
  const fetcher = (name: string) => ({
    fetch: async (request: Request | string) => {
      calls.push(name);
      if (name === 'READY') await ready;
      return new Response(request instanceof Request ? request.headers.get('CF-Connecting-IP') : null);
    },
  });
  const env = {
    READY: fetcher('READY'),
    APP: fetcher('APP'),
    ASSETS_OR_APP: fetcher('ASSETS_OR_APP'),
    WORKER_FIRST: ['/api/', '/health'],
  };
  return { calls, env };
}
