import { describe, expect, it } from 'vitest';
import { isLocalHost, isLoopback, isSameSite, networkOf, publicOrigin } from './origin.ts';

const from = (address: string) => new Request('http://test/', { headers: { 'cf-connecting-ip': address } });
const page = (url: string, origin: string) => new Request(url, { headers: { origin } });

describe('where a request comes from', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8:1:2:3::', '2001:db8:1:2'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['unknown', 'unknown'],
  ])('counts %s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each([
    ['127.0.0.1', true],
    ['127.8.9.10', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['127.0.0.1.evil.example', false],
    ['1127.0.0.1', false],
    ['192.0.2.1', false],
    ['unknown', false],
  ])('%s is the loopback: %s', (address, expected) => {
    expect(isLoopback(from(address))).toBe(expected);
  });

  it.each([
    ['http://localhost:8787/', true],
    ['http://127.0.0.1/', true],
    ['http://[::1]:1/', true],
    ['http://localhost.evil.example/', false],
    ['http://192.0.2.1/', false],
  ])('%s is this machine: %s', (url, expected) => {
    expect(isLocalHost(new URL(url))).toBe(expected);
  });
});

describe('the page that asks', () => {
  it('is ours when its host and port are, behind a proxy that ends TLS too', () => {
    expect(isSameSite(page('http://chat.example/', 'https://chat.example'))).toBe(true);
    expect(isSameSite(page('http://chat.example:8787/', 'http://chat.example'))).toBe(false);
    expect(isSameSite(page('http://chat.example/', 'https://evil.example'))).toBe(false);
    expect(isSameSite(page('http://chat.example/', 'null'))).toBe(false);
    expect(isSameSite(new Request('http://chat.example/'))).toBe(true);
  });

  it('says how people reach us', () => {
    expect(publicOrigin(page('http://chat.example/auth', 'https://chat.example'))).toBe('https://chat.example');
    expect(publicOrigin(new Request('http://chat.example:81/auth'))).toBe('http://chat.example:81');
  });
});
