import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRoute, pathOf, permalinkPath, type Route, settingsSections, workspacePages } from './route.ts';

const id = (letter: string) => fc.stringMatching(/^[A-Z0-9]{2,12}$/).map((rest) => letter + rest);
const ts = fc.stringMatching(/^[0-9]{10}\.[0-9]{6}$/);
const perhapsTs = fc.option(ts);
const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.constant<Route>({ kind: 'home' }),
  fc.constant<Route>({ kind: 'sign-in' }),
  fc.stringMatching(/^[\w%+=-]{1,40}$/).map((token): Route => ({ kind: 'join', token })),
  fc
    .tuple(id('C'), ts, perhapsTs)
    .map(([channelId, at, threadTs]): Route => ({ kind: 'permalink', channelId, ts: at, threadTs })),
  id('T').map((workspaceId): Route => ({ kind: 'workspace', workspaceId })),
  fc
    .tuple(id('T'), fc.constantFrom(...workspacePages))
    .map(([workspaceId, page]): Route => ({ kind: 'page', workspaceId, page })),
  fc
    .tuple(id('T'), fc.string({ minLength: 1, unit: 'grapheme' }))
    .map(([workspaceId, query]): Route => ({ kind: 'page', workspaceId, page: 'browse', query })),
  fc
    .tuple(id('T'), fc.constantFrom(...settingsSections))
    .map(([workspaceId, section]): Route => ({ kind: 'page', workspaceId, page: 'settings', section })),
  fc.tuple(id('T'), id('G'), perhapsTs, perhapsTs).map(([workspaceId, channelId, at, threadTs]): Route => ({
    kind: 'channel',
    workspaceId,
    channelId,
    ts: at,
    threadTs,
  })),
);

test('a route is what its path says', () => {
  fc.assert(
    fc.property(routes, (route) => {
      const url = new URL(pathOf(route), 'http://localhost');
      expect(parseRoute(url.pathname, url.search)).toEqual(route);
    }),
  );
});

test('no path breaks the router', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (path, query) => {
      expect(parseRoute(path, query)).toHaveProperty('kind');
    }),
  );
});

describe('permalinks', () => {
  test('are read as chat.getPermalink writes them', () => {
    expect(parseRoute('/archives/C024BE91L/p1401383885000061')).toEqual({
      kind: 'permalink',
      channelId: 'C024BE91L',
      ts: '1401383885.000061',
      threadTs: null,
    });
  });

  test('of a reply name the thread', () => {
    const path = permalinkPath('C024BE91L', '1401383885.000061', '1401383880.000001');
    expect(path).toBe('/archives/C024BE91L/p1401383885000061?thread_ts=1401383880.000001&cid=C024BE91L');
  });
});

test.each([
  '/t024', // an id is in upper case
  '/T024BE7LD/general',
  '/T024BE7LD/C024BE91L/yesterday',
  '/T024BE7LD/C024BE91L/1401383885.000061/more',
  '/archives/C024BE91L',
  '/archives/C024BE91L/p12',
  '/T024BE7LD/settings/more',
  '/T024BE7LD/saved/profile',
  '/join',
  '/%E0%A4%A',
])('%s names nothing', (path) => {
  expect(parseRoute(path)).toEqual({ kind: 'unknown' });
});
