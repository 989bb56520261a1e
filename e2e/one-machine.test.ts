import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startServer, type TestServer } from './harness/server.ts';

test('a server stops cleanly, and answers again after a start on the same data', async () => {
  const server = await startServer();
  expect(await getStatus(server)).toBe(200);
  await server.stop();
  expect(await getStatus(server)).toBe('unreachable');
  await server.start();
  expect(await getStatus(server)).toBe(200);
  await server.stop();
});

test('when only the server is killed, its workerd goes too, and a new one can take its place', async () => {
  const server = await startServer();
  process.kill(Number(readFileSync(join(server.dataDir, 'pid'), 'utf8')), 'SIGKILL');
  await expect.poll(() => getStatus(server), { timeout: 10_000 }).toBe('unreachable');
  await server.start();
  expect(await getStatus(server)).toBe(200);
  await server.stop();
});

test('a second server on the same data is refused, and told which process has it', async () => {
  const first = await startServer();
  onTestFinished(() => first.stop());
  const owner = readFileSync(join(first.dataDir, 'pid'), 'utf8').trim();
  await expect(startServer({ dataDir: first.dataDir })).rejects.toThrow(
    `Another server (process ${owner}) is using ${first.dataDir}.`,
  );
});

test('a taken port is said in words, without a stack', async () => {
  const first = await startServer();
  onTestFinished(() => first.stop());
  const port = Number(new URL(first.url).port);
  const refusal = await startServer({ port }).catch((error: Error) => error.message);
  expect(refusal).toContain(`Port ${port} is taken.`);
  expect(refusal).not.toContain('    at ');
});

test('what Miniflare has for developers is not served: its paths are the client, as any other', async () => {
  const server = await startServer();
  onTestFinished(() => server.stop());
  const response = await fetch(`${server.url}/cdn-cgi/local/r2/s3/edgeways-files`);
  expect(response.headers.get('Content-Type')).toContain('text/html');
});

async function getStatus(server: TestServer): Promise<number | 'unreachable'> {
  return fetch(`${server.url}/health`).then(
    (response) => response.status,
    () => 'unreachable' as const,
  );
}
