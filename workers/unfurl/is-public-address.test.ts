import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './is-public-address.ts';

const isPublic = (url: string) => isPublicAddress(new URL(url));

describe('isPublicAddress', () => {
  it.each([
    'https://example.com/',
    'http://example.com:80/a?b#c',
    'https://example.com:443/',
    'https://example.com./',
    'https://8.8.8.8/',
    'https://172.15.255.255/',
    'https://172.32.0.1/',
    'https://100.63.255.255/',
    'https://100.128.0.1/',
    'https://[2606:4700::1111]/',
    'https://[2a00:1450:4001:81b::200e]/',
    'https://locale.example/',
    'https://internal.example.com/',
    'https://münchen.example/',
  ])('lets %s through', (url) => {
    expect(isPublic(url)).toBe(true);
  });

  it.each([
    // Loopback, in every spelling that a URL takes.
    'http://127.0.0.1/',
    'http://127.255.0.9/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://017700000001/',
    'http://0177.0.0.01/',
    'http://１２７.０.０.１/',
    'http://127.0.0.1./',
    'http://0/',
    'http://0.0.0.0/',
    // Private, link-local, metadata, shared, reserved.
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/',
    'http://100.64.0.1/',
    'http://100.127.255.255/',
    'http://192.0.0.192/',
    'http://198.19.0.1/',
    'http://224.0.0.1/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    // IPv6, and IPv4 inside it.
    'http://[::1]/',
    'http://[::]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001::1]/',
    'http://[2001:0:7f00:1::]/',
    'http://[2001:db8::1]/',
    'http://[3fff::1]/',
    'http://[fe80::1]/',
    'http://[fc00::1]/',
    'http://[fd00:ec2::254]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    // Names of an inside.
    'http://localhost/',
    'http://localhost./',
    'http://LOCALHOST/',
    'http://app.localhost/',
    'http://printer.local/',
    'http://metadata.google.internal/',
    'http://router.lan/',
    'http://nas.home.arpa/',
    'http://intranet/',
    'http://com/',
    // Other doors.
    'http://example.com:8080/',
    'https://example.com:22/',
    'http://user@example.com/',
    'http://user:secret@example.com/',
    'http://:secret@example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'data:text/html,x',
    'javascript:alert(1)',
  ])('stops %s', (url) => {
    expect(isPublic(url)).toBe(false);
  });
});
