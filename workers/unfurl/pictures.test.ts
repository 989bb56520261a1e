import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { send } from '../testing/http.ts';
import { pictureAddress } from './pictures.ts';

let asked: string[];
let answer: () => Response;
beforeEach(() => {
  asked = [];
  answer = () => new Response('a picture', { headers: { 'content-type': 'image/png' } });
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (url) => {
    asked.push(String(url));
    return answer();
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const workspace = 'T0PICTURES';
const addressOf = (name: string) => pictureAddress(env, workspace, `https://example.com/${name}.png`);
const at = (network: string) => ({ headers: { 'cf-connecting-ip': network } });

test('a picture is fetched once, and kept by caches for a week', async () => {
  const address = await addressOf('one');
  const first = await send(address);

  expect([await first.text(), first.headers.get('content-type')]).toEqual(['a picture', 'image/png']);
  expect(first.headers.get('cache-control')).toBe('public, max-age=604800, immutable');
  const again = () => send(`${address}&and=more`);
  await vi.waitUntil(async () => (await (await again()).text()) === 'a picture' && asked.length === 1);
  const { headers } = await again();
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(headers.get('content-type')).toBe('image/png');
  expect(asked).toHaveLength(1);
});

test('what was no picture is not kept', async () => {
  const address = await addressOf('two');
  answer = () => new Response('<html>', { headers: { 'content-type': 'text/html' } });
  expect(await (await send(address)).json()).toEqual({ ok: false, error: 'service_unavailable' });
  answer = () => new Response('at last', { headers: { 'content-type': 'image/png' } });
  expect(await (await send(address)).text()).toBe('at last');
});

test('what cannot be signed is refused without looking for a key', async () => {
  const verify = vi.spyOn(crypto.subtle, 'verify');
  const derive = vi.spyOn(crypto.subtle, 'deriveKey');
  const address = await pictureAddress(env, 'T0OTHER', 'https://example.com/');
  const derived = derive.mock.calls.length;
  for (const wrong of [
    address.replace('T0OTHER', 'no-workspace'),
    address.replace(/.\?/, '?'),
    address.replace(/\?.*/, ''),
    address.replace(/url=.*/, 'url=nowhere'),
    `${address}${'x'.repeat(2_000)}`,
  ]) {
    expect(await (await send(wrong)).json(), wrong.slice(0, 100)).toEqual({ ok: false, error: 'invalid_auth' });
  }
  expect(verify).not.toHaveBeenCalled();
  expect(derive).toHaveBeenCalledTimes(derived);
});

test('one network gets so many in a minute, right or wrong, and no other pays for it', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const address = await addressOf('three');
  const forged = address.replace('three', 'four');
  const verify = vi.spyOn(crypto.subtle, 'verify');
  let refused = 0;
  for (let n = 0; n < 1_250; n += 1) refused += (await send(forged, at('2001:db8::1'))).status === 429 ? 1 : 0;
  expect(refused).toBe(50);
  expect(verify).toHaveBeenCalledTimes(1_200);
  expect((await send(address, at('2001:db8::2'))).status).toBe(429);
  expect((await send(address, at('2001:db8:1::1'))).status).toBe(200);
});
