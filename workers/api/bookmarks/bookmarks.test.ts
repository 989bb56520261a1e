import { beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { Bookmark } from '../../../shared/channel.ts';
import { callAs, succeed } from '../../testing/api.ts';
import { createChannel } from '../../testing/conversations.ts';
import { createWorkspace, type Somebody } from '../../testing/people.ts';

let ann: Somebody;
let channel_id: string;
beforeAll(async () => {
  ann = await createWorkspace();
});
beforeEach(async () => {
  channel_id = await createChannel(ann);
});

const plan = { title: 'The plan', link: 'https://example.com/plan' };
const add = (fields: object = {}) => callAs(ann, 'bookmarks.add', { channel_id, type: 'link', ...plan, ...fields });
const list = async () => z.array(Bookmark).parse((await succeed(ann, 'bookmarks.list', { channel_id }))['bookmarks']);
const idOf = (answer: Record<string, unknown>) => Bookmark.parse(answer['bookmark']).id;

it('bookmarks are added, changed in part, and removed', async () => {
  const bookmark_id = idOf(await add({ emoji: ':memo:' }));
  expect(await callAs(ann, 'bookmarks.edit', { channel_id, bookmark_id, title: ' New ' })).toMatchObject({
    ok: true,
    bookmark: { ...plan, id: bookmark_id, channel_id, title: 'New', emoji: ':memo:', type: 'link' },
  });
  await succeed(ann, 'bookmarks.edit', { channel_id, bookmark_id, emoji: '' });
  expect(await list()).toMatchObject([{ id: bookmark_id, title: 'New', emoji: '' }]);
  expect(await callAs(ann, 'bookmarks.remove', { channel_id, bookmark_id })).toEqual({ ok: true });
  expect(await list()).toEqual([]);
  expect(await callAs(ann, 'bookmarks.remove', { channel_id, bookmark_id })).toEqual({
    ok: false,
    error: 'bookmark_not_found',
  });
});

it.each([
  ['no link', { link: undefined }, 'invalid_link'],
  ['a link that is a script', { link: 'javascript:alert(1)' }, 'invalid_link'],
  ['a link that is an address of mail', { link: 'mailto:a@b.example' }, 'invalid_link'],
  ['a link that hides where it leads', { link: 'https://example.com/\u202egnp' }, 'invalid_link'],
  ['a link beyond measure', { link: `https://example.com/${'x'.repeat(2000)}` }, 'invalid_link'],
  ['an emoji without colons', { emoji: 'memo' }, 'invalid_emoji'],
  ['another kind', { type: 'folder' }, 'invalid_bookmark_type'],
  ['no title', { title: ' ' }, 'invalid_arguments'],
])('refuses %s', async (_what, fields, error) => {
  expect(await add(fields)).toMatchObject({ ok: false, error });
  expect(await list()).toEqual([]);
});
