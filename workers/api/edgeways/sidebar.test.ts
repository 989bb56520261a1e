import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defaultPreferences, Preferences } from '../../../shared/preferences.ts';
import { callAs, succeed } from '../../testing/api.ts';
import { createChannel, postAll } from '../../testing/conversations.ts';
import { bootOf, openDevice } from '../../testing/device.ts';
import { createWorkspace, joinWorkspace, type Somebody } from '../../testing/people.ts';

let owner: Somebody;
let ann: Somebody;
let bob: Somebody;
let channel: string;

beforeAll(async () => {
  owner = await createWorkspace();
});
beforeEach(async () => {
  ann = await joinWorkspace(owner);
  bob = await joinWorkspace(owner);
  channel = await createChannel(ann, { members: [bob] });
});

const refused = (error: string) => ({ ok: false, error });
const Section = z.looseObject({ section: z.looseObject({ id: z.string() }) });
async function createSection(name = 'Mine'): Promise<string> {
  return Section.parse(await succeed(ann, 'edgeways.sections.create', { name, emoji: 'rocket' })).section.id;
}

describe('edgeways.sections', () => {
  it('are made, changed, ordered, filled and removed; every device sees the same', async () => {
    const id = await createSection();
    await succeed(ann, 'edgeways.sections.update', { section: id, name: ' Ours ', is_collapsed: true });
    await succeed(ann, 'edgeways.sections.order', { sections: `direct,${id},starred,channels` });
    await succeed(ann, 'edgeways.sections.place', { channel, section: id });
    const ours = { id, name: 'Ours', emoji: 'rocket', is_collapsed: true, channels: [channel] };
    expect((await bootOf(ann)).sections).toMatchObject([{ id: 'direct' }, ours, { id: 'starred' }, { id: 'channels' }]);
    await succeed(ann, 'edgeways.sections.remove', { section: id });
    expect((await bootOf(ann)).sections.map((section) => section.id)).toEqual(['direct', 'starred', 'channels']);
  });

  it('refuse names, emoji, sections and channels that are none', async () => {
    const create = (args: object) => callAs(ann, 'edgeways.sections.create', args);
    expect(await create({ name: '  ' })).toEqual(refused('invalid_name'));
    expect(await create({ name: 'x'.repeat(81) })).toEqual(refused('too_long'));
    expect(await create({ name: 'x', emoji: 'two words' })).toEqual(refused('invalid_name'));
    const update = (args: object) => callAs(ann, 'edgeways.sections.update', args);
    expect(await update({ section: 'L0' })).toEqual(refused('section_not_found'));
    expect(await update({ section: 'direct', name: 'People' })).toEqual(refused('built_in_section'));
    expect(await callAs(ann, 'edgeways.sections.remove', { section: 'starred' })).toEqual(refused('built_in_section'));
    expect(await callAs(ann, 'edgeways.sections.order', { sections: 'L0' })).toEqual(refused('section_not_found'));
    const place = (args: object) => callAs(ann, 'edgeways.sections.place', args);
    expect(await place({ channel, section: 'L0' })).toEqual(refused('section_not_found'));
    const elsewhere = await createChannel(owner);
    expect(await place({ channel: elsewhere, section: 'starred' })).toEqual(refused('channel_not_found'));
  });

  it('take a channel home without naming it: its name, or its star, says where it is', async () => {
    const id = await createSection();
    const named = async () => (await bootOf(ann)).sections.filter((section) => section.channels.includes(channel));
    await succeed(ann, 'edgeways.sections.place', { channel, section: id });
    expect(await named()).toMatchObject([{ id }]);
    await succeed(ann, 'edgeways.sections.place', { channel, section: 'channels' });
    expect(await named()).toEqual([]);
  });

  it('are each person\u2019s own', async () => {
    const id = await createSection();
    expect(await callAs(bob, 'edgeways.sections.remove', { section: id })).toEqual(refused('section_not_found'));
  });
});

describe('edgeways.channels.setPreferences', () => {
  it('changes what is named, and takes a level of its own away with nothing', async () => {
    await succeed(ann, 'edgeways.channels.setPreferences', { channel, is_muted: true, notify: 'all' });
    await succeed(ann, 'edgeways.channels.setPreferences', { channel, is_starred: true });
    const muted = { is_muted: true, is_starred: true, is_closed: false };
    expect((await bootOf(ann)).channel_preferences).toEqual({ [channel]: { ...muted, notify: 'all' } });
    await succeed(ann, 'edgeways.channels.setPreferences', { channel, notify: '' });
    expect((await bootOf(ann)).channel_preferences).toEqual({ [channel]: { ...muted, notify: null } });
    expect((await bootOf(bob)).channel_preferences).toEqual({});
  });

  it('is for channels that one is in', async () => {
    const set = (who: Somebody, args: object) => callAs(who, 'edgeways.channels.setPreferences', args);
    expect(await set(owner, { channel, is_muted: true })).toEqual(refused('channel_not_found'));
    expect(await set(ann, { channel, notify: 'loudly' })).toMatchObject(refused('invalid_arguments'));
  });
});

describe('edgeways.preferences.set', () => {
  const set = (preferences: unknown) => callAs(ann, 'edgeways.preferences.set', { preferences });

  it('changes what is named; keywords are kept in lower case, once each', async () => {
    const changed = { ...defaultPreferences, notify: 'all', keywords: ['lunch', 'big launch'] };
    expect(await set({ notify: 'all', keywords: [' Lunch ', 'big Launch', 'LUNCH'] })).toEqual({
      ok: true,
      preferences: changed,
    });
    expect(await set(JSON.stringify({ skin_tone: 4 }))).toMatchObject({ preferences: { ...changed, skin_tone: 4 } });
    expect((await bootOf(ann)).preferences).toEqual({ ...changed, skin_tone: 4 });
  });

  it.each([
    ['a level that there is not', { notify: 'some' }],
    ['a skin tone that there is not', { skin_tone: 1 }],
    ['an empty keyword', { keywords: [' '] }],
    ['a long keyword', { keywords: ['x'.repeat(51)] }],
    ['51 keywords', { keywords: Array.from({ length: 51 }, (_, i) => `word ${i}`) }],
    ['no settings', undefined],
  ])('refuses %s', async (_what, preferences) => {
    expect(await set(preferences)).toMatchObject(refused('invalid_arguments'));
    expect(Preferences.parse((await bootOf(ann)).preferences)).toEqual(defaultPreferences);
  });

  it('has every channel watch for the keywords', async () => {
    const device = await openDevice(ann);
    const entry = async () => (await bootOf(ann)).channels.find(({ id }) => id === channel);
    await set({ keywords: ['lunch'] });
    const [first] = await postAll(bob, channel, ['who wants Lunch?']);
    await device.until((frame) => frame.type === 'channel' && frame.channel.mention_count === 1);
    await set({ keywords: [] });
    await postAll(bob, channel, ['lunch is over']);
    await succeed(ann, 'conversations.mark', { channel, ts: first });
    expect(await entry()).toMatchObject({ has_unread: true, mention_count: 0 });
  });
});

describe('edgeways.conversations.markAll', () => {
  it('marks every conversation as read, and threads not', async () => {
    const device = await openDevice(bob);
    const other = await createChannel(ann, { isPrivate: true, members: [bob] });
    const unread = (id: string) =>
      device.until((frame) => frame.type === 'channel' && frame.channel.id === id && frame.channel.has_unread);
    const [root = ''] = await postAll(bob, channel, ['root']);
    await postAll(ann, channel, ['reply'], { thread_ts: root });
    await device.until((frame) => frame.type === 'thread' && frame.thread.has_unread);
    await postAll(ann, channel, ['one', 'two']);
    await unread(channel);
    await postAll(ann, other, ['three']);
    await unread(other);
    await succeed(bob, 'edgeways.conversations.markAll');
    const { channels, unread_threads: threads } = await bootOf(bob);
    expect(channels.filter(({ has_unread: hasUnread }) => hasUnread)).toEqual([]);
    expect(threads).toMatchObject([{ channel, thread_ts: root }]);
    await postAll(ann, other, ['four']);
    await unread(other);
  });
});
