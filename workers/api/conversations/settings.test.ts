import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callAs, succeed } from '../../testing/api.ts';
import { createChannel, generalOf, newName, postAll } from '../../testing/conversations.ts';
import { createWorkspace, joinWorkspace, type Somebody } from '../../testing/people.ts';

let owner: Somebody;
let ann: Somebody;
let bob: Somebody;
let general: string;
let channel: string;
let name: string;

beforeAll(async () => {
  owner = await createWorkspace();
  ann = await joinWorkspace(owner);
  bob = await joinWorkspace(owner);
  general = await generalOf(owner);
});
beforeEach(async () => {
  name = newName();
  channel = await createChannel(ann, { name, members: [bob] });
});

const refused = (error: string) => ({ ok: false, error });

async function listed(): Promise<unknown> {
  const { channels } = await succeed(ann, 'conversations.list', { limit: 1000 });
  return z
    .array(z.looseObject({ id: z.string() }))
    .parse(channels)
    .find(({ id }) => id === channel);
}

describe('conversations.info', () => {
  it('describes the channel, and where the caller is in it', async () => {
    expect(await callAs(bob, 'conversations.info', { channel })).toMatchObject({
      ok: true,
      channel: { id: channel, name, creator: ann.userId, is_member: true, last_read: expect.any(String) },
    });
  });

  it('counts the members when asked to', async () => {
    const uncounted = await succeed(bob, 'conversations.info', { channel });
    expect(uncounted['channel']).not.toHaveProperty('num_members');
    expect(await succeed(bob, 'conversations.info', { channel, include_num_members: true })).toMatchObject({
      channel: { num_members: 2 },
    });
  });

  it('does not say what somebody outside has read', async () => {
    const { channel: described } = await succeed(owner, 'conversations.info', { channel });
    expect(described).toMatchObject({ is_member: false });
    expect(described).not.toHaveProperty('last_read');
  });
});

describe('conversations.rename', () => {
  const rename = (who: Somebody, newName_: unknown) => callAs(who, 'conversations.rename', { channel, name: newName_ });

  it('gives the channel another name, and remembers the one before', async () => {
    const next = newName();
    expect(await rename(ann, next)).toMatchObject({
      ok: true,
      channel: { id: channel, name: next, previous_names: [name] },
    });
    expect(await listed()).toMatchObject({ name: next });
    expect(await callAs(bob, 'chat.postMessage', { channel: next, text: 'found' })).toMatchObject({ channel });
    expect(await createChannel(bob, { name })).toEqual(expect.any(String));
  });

  it('is for the creator and for administrators who are in it', async () => {
    expect(await rename(bob, newName())).toEqual(refused('not_authorized'));
    expect(await rename(owner, newName())).toEqual(refused('not_in_channel'));
    await succeed(owner, 'conversations.join', { channel });
    expect(await rename(owner, newName())).toMatchObject({ ok: true });
  });

  it.each([
    ['nothing', '', 'invalid_name_required'],
    ['punctuation', '__', 'invalid_name_punctuation'],
    ['81 characters', 'y'.repeat(81), 'invalid_name_maxlength'],
    ['a dot', 'a.b', 'invalid_name_specials'],
    ['the name of another channel', 'general', 'name_taken'],
  ])('refuses %s', async (_what, next, error) => {
    expect(await rename(ann, next)).toEqual(refused(error));
  });

  it('leaves an archive as it is', async () => {
    await succeed(ann, 'conversations.archive', { channel });
    expect(await rename(ann, newName())).toEqual(refused('is_archived'));
  });
});

describe.each([
  ['conversations.setTopic', 'topic'],
  ['conversations.setPurpose', 'purpose'],
])('%s', (method, field) => {
  const set = (who: Somebody, value: unknown) => callAs(who, method, { channel, [field]: value });

  it('is for anybody in the channel, and is seen everywhere', async () => {
    const text = { [field]: { value: 'what we do', creator: bob.userId, last_set: expect.any(Number) } };
    expect(await set(bob, 'what we do')).toMatchObject({ ok: true, channel: { id: channel, ...text } });
    expect(await succeed(ann, 'conversations.info', { channel })).toMatchObject({ channel: text });
    expect(await listed()).toMatchObject(text);
  });

  it('clears it with nothing', async () => {
    await set(bob, 'x');
    expect(await set(bob, '')).toMatchObject({ ok: true, channel: { [field]: { value: '' } } });
  });

  it('keeps markup as it was written', async () => {
    expect(await set(bob, '<b>&amp;"\'')).toMatchObject({ channel: { [field]: { value: '<b>&amp;"\'' } } });
  });

  it('refuses 251 characters, strangers to the channel, and archives', async () => {
    expect(await set(bob, 'x'.repeat(250))).toMatchObject({ ok: true });
    expect(await set(bob, 'x'.repeat(251))).toEqual(refused('too_long'));
    expect(await set(owner, 'x')).toEqual(refused('not_in_channel'));
    await succeed(ann, 'conversations.archive', { channel });
    expect(await set(bob, 'x')).toEqual(refused('is_archived'));
  });

  it('needs to be told', async () => {
    expect(await set(bob, undefined)).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: [`[ERROR] missing required field: ${field}`] },
    });
  });
});

describe('conversations.archive and .unarchive', () => {
  const archive = (who: Somebody, id = channel) => callAs(who, 'conversations.archive', { channel: id });
  const unarchive = (who: Somebody) => callAs(who, 'conversations.unarchive', { channel });

  it('close the channel for writing, and open it again', async () => {
    expect(await archive(bob)).toEqual({ ok: true });
    expect(await succeed(ann, 'conversations.info', { channel })).toMatchObject({ channel: { is_archived: true } });
    expect(await listed()).toMatchObject({ is_archived: true });
    expect(await callAs(ann, 'chat.postMessage', { channel, text: 'x' })).toEqual(refused('is_archived'));
    expect(await unarchive(ann)).toEqual({ ok: true });
    expect(await listed()).toMatchObject({ is_archived: false });
    expect(await callAs(ann, 'chat.postMessage', { channel, text: 'x' })).toMatchObject({ ok: true });
  });

  it('refuse what is done already, the general channel, and whoever is not in it', async () => {
    expect(await unarchive(ann)).toEqual(refused('not_archived'));
    expect(await archive(owner)).toEqual(refused('not_in_channel'));
    expect(await archive(owner, general)).toEqual(refused('cant_archive_general'));
    await archive(ann);
    expect(await archive(ann)).toEqual(refused('already_archived'));
  });
});

describe('conversations.mark', () => {
  const mark = (who: Somebody, ts: string) => callAs(who, 'conversations.mark', { channel, ts });

  it('moves the place up to which the caller has read, and back', async () => {
    const [first, second] = await postAll(ann, channel, ['one', 'two']);
    for (const ts of [second, first]) {
      expect(await mark(bob, ts ?? '')).toEqual({ ok: true });
      expect(await succeed(bob, 'conversations.info', { channel })).toMatchObject({ channel: { last_read: ts } });
    }
  });

  it('refuses what is no timestamp, and whoever is not in the channel', async () => {
    expect(await mark(bob, 'now')).toEqual(refused('invalid_timestamp'));
    expect(await mark(owner, '1.000000')).toEqual(refused('not_in_channel'));
  });
});
