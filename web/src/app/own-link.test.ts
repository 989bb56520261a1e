import { expect, test } from 'vitest';
import { routeOfLink } from './own-link.ts';

const origin = 'https://chat.example.com';
const find = (url: string) => routeOfLink(url, origin, 'T1AA');
const channel = { kind: 'channel', workspaceId: 'T1AA', channelId: 'C1AA' };

test('a permalink of this host leads to the message in the open workspace', () => {
  expect(find(`${origin}/archives/C1AA/p1700000001000002`)).toEqual({
    ...channel,
    ts: '1700000001.000002',
    threadTs: null,
  });
  expect(find(`${origin}/archives/C1AA/p1700000001000002?thread_ts=1700000000.000001&cid=C1AA`)).toEqual({
    ...channel,
    ts: '1700000001.000002',
    threadTs: '1700000000.000001',
  });
});

test('so does the address of a channel or a page, each in its own workspace', () => {
  expect(find(`${origin}/T2AA/C1AA`)).toEqual({ ...channel, workspaceId: 'T2AA', ts: null, threadTs: null });
  expect(find(`${origin}/T1AA/browse`)).toEqual({ kind: 'page', workspaceId: 'T1AA', page: 'browse' });
});

test.each([
  'https://elsewhere.example.com/archives/C1AA/p1700000001000002',
  'http://chat.example.com/archives/C1AA/p1700000001000002',
  `${origin}/join/abc`,
  `${origin}/files/F1/name.png`,
  `${origin}/`,
  'mailto:ann@example.com',
  'nothing',
])('%s leads out of the app', (url) => {
  expect(find(url)).toBeNull();
});
