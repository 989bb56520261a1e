import { beforeAll, beforeEach, expect, test } from 'vitest';
import { TestSocket } from '../../testing/socket.ts';
import { ann, bob, cat, newChannel, newWorkspace } from '../../testing/workspace.ts';
import { maxBookmarks } from './bookmarks.ts';

let workspace: string;
let made: Awaited<ReturnType<typeof newChannel>>;
beforeAll(async () => {
  workspace = await newWorkspace();
});
beforeEach(async () => {
  made = await newChannel(workspace);
});

const plan = { title: 'The plan', link: 'https://example.com/plan', emoji: ':calendar:' };

async function add(fields = plan): Promise<string> {
  const added = await made.channel.addBookmark(ann, fields);
  if (!added.ok) throw new Error(added.error);
  return added.bookmark.id;
}

test('bookmarks stand in the order in which they were added, with who changed them last', async () => {
  const { channel, id: channelId } = made;
  const first = await add();
  const second = await add({ title: 'Notes', link: 'https://example.com/notes', emoji: '' });
  expect(await channel.editBookmark(bob, first, { title: 'The new plan' })).toMatchObject({
    ok: true,
    bookmark: { ...plan, title: 'The new plan', last_updated_by_user_id: 'UBOB' },
  });
  expect(await channel.bookmarks(cat)).toEqual({
    ok: true,
    bookmarks: [
      {
        id: first,
        channel_id: channelId,
        ...plan,
        title: 'The new plan',
        type: 'link',
        date_created: expect.any(Number),
        date_updated: expect.any(Number),
        last_updated_by_user_id: 'UBOB',
      },
      expect.objectContaining({ id: second, date_updated: 0, last_updated_by_user_id: 'UANN' }),
    ],
  });
  expect(await channel.removeBookmark(bob, first)).toEqual({ ok: true });
  expect(await channel.bookmarks(ann)).toMatchObject({ bookmarks: [{ id: second }] });
});

test('every change is one event with all of them, and a snapshot has them too', async () => {
  const { channel, stub } = made;
  const socket = await TestSocket.open(stub, bob);
  await socket.frame('hello');
  const id = await add();
  await channel.editBookmark(ann, id, { emoji: '' });
  await channel.removeBookmark(ann, id);
  await socket.event((event) => JSON.stringify(event['bookmarks']) === '[]');
  const changes = socket.events().map(({ type, user, bookmarks }) => ({ type, user, bookmarks }));
  expect(changes).toMatchObject([
    { type: 'bookmarks_changed', user: 'UANN', bookmarks: [plan] },
    { type: 'bookmarks_changed', user: 'UANN', bookmarks: [{ ...plan, emoji: '' }] },
    { type: 'bookmarks_changed', user: 'UANN', bookmarks: [] },
  ]);
  await add();
  const fresh = await TestSocket.open(stub, ann);
  expect(await fresh.frame('hello')).toMatchObject({ snapshot: { bookmarks: [plan] } });
});

test('what is not there is neither changed nor removed', async () => {
  const refused = { ok: false, error: 'bookmark_not_found' };
  expect(await made.channel.editBookmark(ann, 'Bk1', { title: 'x' })).toEqual(refused);
  expect(await made.channel.removeBookmark(ann, 'Bk1')).toEqual(refused);
});

test('only members change them, and there are at most a hundred', async () => {
  expect(await made.channel.addBookmark(cat, plan)).toEqual({ ok: false, error: 'not_in_channel' });
  for (let i = 0; i < maxBookmarks; i += 1) await add();
  expect(await made.channel.addBookmark(ann, plan)).toEqual({ ok: false, error: 'too_many_bookmarks' });
});
