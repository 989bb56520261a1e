import { expect, test } from 'vitest';
import { createApi } from '../api/api.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { scriptedFetch } from '../testing/scripted-fetch.ts';
import { createWorkspaceLists } from './workspace-lists.ts';

function setUp() {
  const clock = createFakeClock();
  const emoji: Record<string, string> = {};
  const { fetch, calls } = scriptedFetch(({ path }) =>
    path === '/api/emoji.list' ? { ok: true, emoji: { ...emoji } } : { ok: true, usergroups: [] },
  );
  const api = createApi({ baseUrl: 'https://chat.example.com', fetch, clock, getAccessToken: async () => 'token' });
  const readings = () => calls.filter(({ path }) => path === '/api/emoji.list').length;
  return { clock, emoji, readings, lists: createWorkspaceLists(api, clock) };
}

test('what was read lately is not read again by a new connection', async () => {
  const { clock, lists, readings } = setUp();
  lists.load();
  await clock.settle();
  lists.load();
  await clock.settle();
  expect(readings()).toBe(1);
  await clock.advance(11 * 60_000);
  lists.load();
  await clock.settle();
  expect(readings()).toBe(2);
});

test('an emoji that somebody has added is found when it is met, and one that there is not is not looked for without end', async () => {
  const { clock, emoji, lists, readings } = setUp();
  lists.load();
  await clock.advance(31_000);
  emoji['party'] = 'https://chat.example.com/emoji/party.png';
  for (let i = 0; i < 50; i += 1) lists.lookAgain('emoji');
  await clock.advance(0);
  expect(lists.emoji.get().get('party')).toEqual({ url: emoji['party'] });
  expect(readings()).toBe(2);
  await clock.advance(60_000);
  expect(readings()).toBe(2);
});

test('what is met right after a reading is found by the next one, which is not long in coming', async () => {
  const { clock, emoji, lists, readings } = setUp();
  lists.load();
  await clock.advance(1_000);
  emoji['party'] = 'https://chat.example.com/emoji/party.png';
  for (let i = 0; i < 50; i += 1) lists.lookAgain('emoji');
  await clock.advance(8_000);
  expect(readings()).toBe(1);
  await clock.advance(1_000);
  expect(readings()).toBe(2);
  expect(lists.emoji.get().get('party')).toEqual({ url: emoji['party'] });
});
