import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getOutside, OUTSIDE } from './outside.ts';

/** A Worker that fetches what it is asked for, as the application would. */
const worker = {
  name: 'app',
  compatibilityDate: '2026-11-02',
  modules: [
    {
      type: 'ESModule' as const,
      path: 'index.js',
      contents: `export default {
        async fetch(request) {
          const url = new URL(request.url).searchParams.get('url');
          return fetch(url).then((response) => response.text(), (error) => new Response(String(error))).then((answer) =>
            answer instanceof Response ? answer : new Response(answer));
        },
      };`,
    },
  ],
};

let inside: Server;
let port: number;
let asked = 0;
let open: Miniflare;
let closed: Miniflare;

beforeAll(async () => {
  inside = createServer((_request, response) => {
    asked += 1;
    response.end('the secret of the inside');
  });
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
  port = (inside.address() as AddressInfo).port;
  open = new Miniflare(convertV4MiniflareOptions({ cf: false, workers: [worker] }));
  closed = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      workers: [{ ...worker, outboundService: OUTSIDE }, getOutside({ compatibility_date: '2026-11-02' })],
    }),
  );
  await Promise.all([open.ready, closed.ready]);
});
afterAll(async () => {
  await Promise.all([open.dispose(), closed.dispose()]);
  inside.close();
});

async function fetchBy(miniflare: Miniflare, url: string): Promise<string> {
  const response = await miniflare.dispatchFetch(`http://app.test/?${new URLSearchParams({ url }).toString()}`);
  return response.text();
}

test('the application reaches no address inside, by number or by a name that leads there', async () => {
  // Without it, it would: the test can fail.
  expect(await fetchBy(open, `http://127.0.0.1:${port}/`)).toBe('the secret of the inside');
  asked = 0;
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '169.254.169.254', '10.0.0.1']) {
    expect(await fetchBy(closed, `http://${host}:${port}/`)).not.toContain('secret');
  }
  expect(asked).toBe(0);
});
