import { LogLevel, WebAPIPlatformError, WebClient, WebClientEvent, type WebClientOptions } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { InviteAnswer, SignedIn, TokenAnswer, VerifyAnswer } from '../shared/protocol/auth.ts';
import { declaredMethods } from './harness/declared-methods.ts';
import { startServer, type TestServer } from './harness/server.ts';

/** Slack's own client, as it is published, with nothing changed but the address: what a ported app uses. */
const scopes = [
  'bookmarks:read',
  'bookmarks:write',
  'channels:history',
  'channels:read',
  'channels:write',
  'chat:write',
  'dnd:read',
  'dnd:write',
  'emoji:read',
  'emoji:write',
  'groups:history',
  'groups:read',
  'groups:write',
  'im:history',
  'im:read',
  'im:write',
  'links:write',
  'mpim:write',
  'pins:read',
  'pins:write',
  'reactions:read',
  'reactions:write',
  'reminders:read',
  'reminders:write',
  'stars:read',
  'stars:write',
  'team:read',
  'usergroups:read',
  'usergroups:write',
  'users.profile:read',
  'users.profile:write',
  'users:read',
  'users:read.email',
  'users:write',
];

let server: TestServer;
let ann: WebClient;
let bob: WebClient;
let annId: string;
let bobId: string;
const called = new Set<string>();

beforeAll(async () => {
  server = await startServer();
  const annIn = await signIn('ann@example.com', (proof) =>
    post('create-workspace', { proof, workspace_name: 'Testers', display_name: 'Ann Owner' }),
  );
  const { link } = InviteAnswer.parse(await post('invitations', {}, annIn.access_token));
  const invitation = link?.split('/join/')[1];
  const bobIn = await signIn('bob@example.com', (proof) => post('join', { proof, invitation, display_name: 'Bob' }));
  annId = annIn.user.id;
  bobId = bobIn.user.id;
  ann = await clientOf(annIn);
  bob = await clientOf(bobIn);
});

afterAll(() => server.stop());

async function post(path: string, body: object, token?: string): Promise<unknown> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(`${server.url}/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization },
    body: JSON.stringify(body),
  });
  return response.json();
}

/** With the code that the server prints. */
async function signIn(email: string, enter: (proof: string) => Promise<unknown>): Promise<SignedIn> {
  await post('code', { email });
  const { proof } = VerifyAnswer.parse(await post('verify', { email, code: await server.codeFor(email) }));
  return SignedIn.parse(await enter(proof));
}

async function clientOf(person: SignedIn, options: WebClientOptions = {}): Promise<WebClient> {
  const answer = await post('tokens', { name: 'the SDK', scopes }, person.access_token);
  return createClient(TokenAnswer.parse(answer).token, options);
}

/** `fetch` is an option of the client's, for proxies; here it notes which methods were called. */
function createClient(token?: string, options: WebClientOptions = {}): WebClient {
  return new WebClient(token, {
    slackApiUrl: `${server.url}/api/`,
    logLevel: LogLevel.ERROR,
    fetch: (input, init) => {
      called.add(String(input).slice(`${server.url}/api/`.length));
      return fetch(input, init);
    },
    ...options,
  });
}

let count = 0;
async function createChannel(more: { is_private?: boolean } = {}): Promise<string> {
  count += 1;
  const { channel } = await ann.conversations.create({ name: `channel-${count}`, ...more });
  return z.string().parse(channel?.id);
}

async function postTo(channel: string, text: string, more: { thread_ts?: string } = {}): Promise<string> {
  return z.string().parse((await ann.chat.postMessage({ channel, text, ...more })).ts);
}

/** Slack's name of the error that a call is refused with. */
async function errorOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof WebAPIPlatformError)) throw new Error(`not refused by the platform: ${String(error)}`);
  return error.data.error;
}

describe('the SDK does', () => {
  test('api, auth and team', async () => {
    expect(await ann.apiCall('api.test', { foo: 'bar' })).toMatchObject({ ok: true, args: { foo: 'bar' } });
    const self = await ann.auth.test();
    expect(self).toMatchObject({ user_id: annId, team: 'Testers', url: `${server.url}/` });
    expect((await ann.team.info()).team).toMatchObject({ id: self.team_id, name: 'Testers', domain: 'testers' });
  });

  test('users', async () => {
    expect((await ann.users.info({ user: bobId })).user).toMatchObject({ id: bobId, real_name: 'Bob', tz: 'UTC' });
    expect((await ann.users.lookupByEmail({ email: 'bob@example.com' })).user?.id).toBe(bobId);
    const { members } = await ann.users.list({});
    expect(members?.map(({ id }) => id).toSorted()).toEqual([annId, bobId].toSorted());
  });

  test('profiles', async () => {
    const profile = { status_text: 'Reading', status_emoji: ':books:', status_expiration: 0 };
    expect((await bob.users.profile.set({ profile })).profile).toMatchObject(profile);
    expect((await bob.users.profile.set({ name: 'title', value: 'Chair' })).profile).toMatchObject({ title: 'Chair' });
    expect((await ann.users.profile.get({ user: bobId })).profile).toMatchObject({ ...profile, title: 'Chair' });
    expect((await ann.users.profile.set({ user: bobId, profile: { title: 'Bench' } })).ok).toBe(true);
  });

  test('the life of a channel', async () => {
    const channel = await createChannel();
    expect((await bob.conversations.join({ channel })).channel).toMatchObject({ id: channel, is_member: true });
    expect((await bob.conversations.join({ channel })).response_metadata?.warnings).toEqual(['already_in_channel']);
    expect((await bob.conversations.leave({ channel })).ok).toBe(true);
    expect((await ann.conversations.invite({ channel, users: bobId })).channel?.id).toBe(channel);
    expect((await ann.conversations.kick({ channel, user: bobId })).ok).toBe(true);
    expect((await ann.conversations.setTopic({ channel, topic: 'now' })).channel?.topic?.value).toBe('now');
    expect((await ann.conversations.setPurpose({ channel, purpose: 'ever' })).channel?.purpose?.value).toBe('ever');
    expect((await ann.conversations.rename({ channel, name: 'renamed' })).channel?.name).toBe('renamed');
    const { channel: described } = await ann.conversations.info({ channel, include_num_members: true });
    expect(described).toMatchObject({ name: 'renamed', num_members: 1, topic: { value: 'now' }, is_channel: true });
    expect((await ann.conversations.archive({ channel })).ok).toBe(true);
    const { channels } = await ann.conversations.list({ exclude_archived: true, types: 'public_channel' });
    expect(channels?.map(({ id }) => id)).not.toContain(channel);
    expect((await ann.conversations.unarchive({ channel })).ok).toBe(true);
    const { channels: own } = await ann.users.conversations({ types: 'public_channel,private_channel' });
    expect(own?.map(({ id }) => id)).toContain(channel);
  });

  test('the life of a message', async () => {
    const channel = await createChannel();
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '*Hello*' } }];
    const posted = await ann.chat.postMessage({ channel, text: 'Hello', blocks });
    const ts = z.string().parse(posted.ts);
    expect(posted).toMatchObject({ channel, message: { text: 'Hello', user: annId, blocks } });
    await ann.chat.meMessage({ channel, text: 'waves' });
    expect(await ann.chat.update({ channel, ts, text: 'Hallo' })).toMatchObject({ ts, text: 'Hallo' });
    const { permalink } = await ann.chat.getPermalink({ channel, message_ts: ts });
    expect(permalink).toBe(`${server.url}/archives/${channel}/p${ts.replace('.', '')}`);
    await ann.conversations.mark({ channel, ts });
    expect((await ann.conversations.info({ channel })).channel?.last_read).toBe(ts);
    await postTo(channel, 'reply', { thread_ts: ts });
    const { messages: thread } = await ann.conversations.replies({ channel, ts });
    expect(thread?.map(({ text }) => text)).toEqual(['Hallo', 'reply']);
    const { messages } = await ann.conversations.history({ channel, limit: 2 });
    expect(messages?.map(({ text }) => text)).toEqual(['waves', 'Hallo']);
    expect(messages?.[1]).toMatchObject({ reply_count: 1, edited: { user: annId } });
    expect(await ann.chat.delete({ channel, ts })).toMatchObject({ channel, ts });
  });
});

describe('the SDK pages through', () => {
  test('a history', async () => {
    const channel = await createChannel();
    const texts = [...Array(8).keys()].map((n) => `message ${n}`);
    for (const text of texts) await postTo(channel, text);
    const read: (string | undefined)[] = [];
    for await (const page of ann.paginate('conversations.history', { channel, limit: 3 })) {
      const { messages } = z.looseObject({ messages: z.array(z.looseObject({ text: z.string() })) }).parse(page);
      expect(messages.length).toBeLessThanOrEqual(3);
      read.push(...messages.map(({ text }) => text));
    }
    expect(read).toEqual(texts.toReversed());
  });

  test('lists of channels, people and members', async () => {
    const channel = await createChannel();
    await bob.conversations.join({ channel });
    const Page = z.looseObject({
      channels: z.array(z.unknown()).default([]),
      members: z.array(z.unknown()).default([]),
    });
    const sizes = async (method: string, args: object) => {
      const pages: number[] = [];
      for await (const page of ann.paginate(method, { limit: 1, ...args })) {
        const { channels, members } = Page.parse(page);
        pages.push(channels.length + members.length);
      }
      return pages;
    };
    expect(await sizes('conversations.members', { channel })).toEqual([1, 1]);
    expect(await sizes('users.list', {})).toEqual([1, 1]);
    const { channels } = await ann.conversations.list({ limit: 1000 });
    const total = channels?.length ?? 0;
    expect(total).toBeGreaterThan(2);
    expect(await sizes('conversations.list', {})).toEqual(Array.from({ length: total }, () => 1));
  });
});

test('the SDK waits for a rate limit and goes on', async () => {
  const channel = await createChannel();
  let waits = 0;
  const { token } = ann;
  const patient = createClient(token, { rejectRateLimitedCalls: false, retryConfig: { retries: 10, minTimeout: 0 } });
  patient.on(WebClientEvent.RATE_LIMITED, (seconds: number) => {
    expect(seconds).toBeGreaterThanOrEqual(1);
    waits += 1;
  });
  const texts = [...Array(13).keys()].map((n) => `message ${n}`);
  await Promise.all(texts.map((text) => patient.chat.postMessage({ channel, text })));
  expect(waits).toBeGreaterThan(0);
  const { messages } = await ann.conversations.history({ channel, limit: texts.length });
  expect(messages?.map(({ text }) => text ?? '').toSorted()).toEqual(texts.toSorted());
});

describe('the SDK keeps', () => {
  test('what hangs on messages', async () => {
    const channel = await createChannel();
    const timestamp = await postTo(channel, 'see https://example.com/plan');
    await bob.conversations.join({ channel });
    expect(await bob.reactions.add({ channel, timestamp, name: 'tada' })).toMatchObject({ ok: true });
    expect(await errorOf(bob.reactions.add({ channel, timestamp, name: 'tada' }))).toBe('already_reacted');
    const reacted = await ann.reactions.get({ channel, timestamp });
    expect(reacted.message?.reactions).toEqual([{ name: 'tada', users: [bobId], count: 1 }]);
    expect((await bob.reactions.list({})).items).toMatchObject([{ channel, message: { ts: timestamp } }]);
    await bob.reactions.remove({ channel, timestamp, name: 'tada' });
    await ann.pins.add({ channel, timestamp });
    expect((await bob.pins.list({ channel })).items).toMatchObject([{ created_by: annId }]);
    await ann.pins.remove({ channel, timestamp });
    await ann.stars.add({ channel, timestamp });
    expect((await ann.stars.list({})).items).toMatchObject([{ type: 'message', channel }]);
    await ann.stars.remove({ channel, timestamp });
    const unfurls = { 'https://example.com/plan': { title: 'The plan', text: 'Go.' } };
    expect(await ann.chat.unfurl({ channel, ts: timestamp, unfurls })).toMatchObject({ ok: true });
    const whisper = await ann.chat.postEphemeral({ channel, user: bobId, text: 'psst' });
    expect(whisper.message_ts).toMatch(/^\d+\.\d{6}$/);
  });

  test('bookmarks, groups and emoji', async () => {
    const channel_id = await createChannel();
    const { bookmark } = await ann.bookmarks.add({
      channel_id,
      title: 'Wiki',
      type: 'link',
      link: 'https://example.com/',
    });
    const bookmark_id = bookmark?.id ?? '';
    await ann.bookmarks.edit({ channel_id, bookmark_id, title: 'The wiki' });
    expect((await ann.bookmarks.list({ channel_id })).bookmarks).toMatchObject([
      { id: bookmark_id, title: 'The wiki' },
    ]);
    await ann.bookmarks.remove({ channel_id, bookmark_id });

    const { usergroup: made } = await ann.usergroups.create({ name: 'Crew', handle: 'crew' });
    const usergroup = made?.id ?? '';
    await ann.usergroups.users.update({ usergroup, users: `${annId},${bobId}` });
    expect((await bob.usergroups.users.list({ usergroup })).users).toEqual([annId, bobId].toSorted());
    await ann.usergroups.update({ usergroup, name: 'The crew' });
    await ann.usergroups.disable({ usergroup });
    await ann.usergroups.enable({ usergroup });
    expect((await bob.usergroups.list({})).usergroups).toMatchObject([{ id: usergroup, name: 'The crew' }]);

    await ann.apiCall('emoji.add', { name: 'hurray', mode: 'alias', alias_for: 'tada' });
    expect((await bob.emoji.list({})).emoji).toEqual({ hurray: 'alias:tada' });
    await ann.apiCall('emoji.remove', { name: 'hurray' });
  });

  test('direct messages, and when people want to be left alone', async () => {
    const { channel } = await ann.conversations.open({ users: bobId, return_im: true });
    expect(channel).toMatchObject({ is_im: true, user: bobId });
    const id = channel?.id ?? '';
    await ann.chat.postMessage({ channel: id, text: 'just us' });
    expect((await bob.conversations.history({ channel: id })).messages?.[0]?.text).toBe('just us');
    expect(await ann.conversations.close({ channel: id })).toMatchObject({ ok: true });

    await ann.users.setPresence({ presence: 'away' });
    expect(await bob.users.getPresence({ user: annId })).toMatchObject({ presence: 'away' });
    expect(await ann.dnd.setSnooze({ num_minutes: 5 })).toMatchObject({ snooze_enabled: true });
    expect(await bob.dnd.info({ user: annId })).toMatchObject({ ok: true });
    expect((await bob.dnd.teamInfo({ users: annId })).users).toHaveProperty(annId);
    expect(await ann.dnd.endSnooze({})).toMatchObject({ snooze_enabled: false });
    expect(await ann.dnd.endDnd({})).toMatchObject({ ok: true });
  });

  test('what is for later', async () => {
    const channel = await createChannel();
    const post_at = Math.floor(Date.now() / 1000) + 3600;
    const { scheduled_message_id = '' } = await ann.chat.scheduleMessage({ channel, text: 'later', post_at });
    const { scheduled_messages } = await ann.chat.scheduledMessages.list({ channel });
    expect(scheduled_messages).toMatchObject([{ id: scheduled_message_id, post_at, text: 'later' }]);
    await ann.chat.deleteScheduledMessage({ channel, scheduled_message_id });
    const { reminder: added } = await ann.reminders.add({ text: 'stretch', time: 'in 20 minutes' });
    const reminder = added?.id ?? '';
    expect((await ann.reminders.list({})).reminders).toMatchObject([{ id: reminder, text: 'stretch' }]);
    expect(await ann.reminders.info({ reminder })).toMatchObject({ ok: true });
    expect(await ann.reminders.complete({ reminder })).toMatchObject({ ok: true });
    expect(await ann.reminders.delete({ reminder })).toMatchObject({ ok: true });
  });
});

describe('the SDK hears Slack’s names of errors', () => {
  test('about channels', async () => {
    const channel = await createChannel();
    const secret = await createChannel({ is_private: true });
    const { conversations } = ann;
    expect(await errorOf(conversations.create({ name: '' }))).toBe('invalid_name_required');
    expect(await errorOf(conversations.create({ name: 'Über Uns' }))).toBe('invalid_name_specials');
    expect(await errorOf(conversations.create({ name: '---' }))).toBe('invalid_name_punctuation');
    expect(await errorOf(conversations.create({ name: 'x'.repeat(81) }))).toBe('invalid_name_maxlength');
    expect(await errorOf(conversations.create({ name: 'general' }))).toBe('name_taken');
    expect(await errorOf(conversations.info({ channel: 'C0NOWHERE' }))).toBe('channel_not_found');
    expect(await errorOf(bob.conversations.info({ channel: secret }))).toBe('channel_not_found');
    expect(await errorOf(conversations.invite({ channel, users: annId }))).toBe('cant_invite_self');
    expect(await errorOf(conversations.invite({ channel, users: 'U0NOBODY' }))).toBe('user_not_found');
    expect(await errorOf(conversations.kick({ channel, user: annId }))).toBe('cant_kick_self');
    expect(await errorOf(bob.conversations.setTopic({ channel, topic: 'x' }))).toBe('not_in_channel');
    expect(await errorOf(conversations.setTopic({ channel, topic: 'x'.repeat(251) }))).toBe('too_long');
    expect(await errorOf(conversations.unarchive({ channel }))).toBe('not_archived');
    expect(await errorOf(conversations.history({ channel, cursor: 'x' }))).toBe('invalid_cursor');
    expect(await errorOf(conversations.replies({ channel, ts: '1.000000' }))).toBe('thread_not_found');
  });

  test('about messages and people', async () => {
    const channel = await createChannel();
    const ts = await postTo(channel, 'mine');
    await bob.conversations.join({ channel });
    expect(await errorOf(ann.chat.postMessage({ channel, text: '' }))).toBe('no_text');
    expect(await errorOf(bob.chat.update({ channel, ts, text: 'x' }))).toBe('cant_update_message');
    expect(await errorOf(bob.chat.delete({ channel, ts }))).toBe('cant_delete_message');
    expect(await errorOf(ann.chat.delete({ channel, ts: '1.000000' }))).toBe('message_not_found');
    expect(await errorOf(ann.users.info({ user: 'U0NOBODY' }))).toBe('user_not_found');
    expect(await errorOf(ann.users.lookupByEmail({ email: 'nobody@example.com' }))).toBe('users_not_found');
    expect(await errorOf(bob.users.profile.set({ user: annId, profile: { title: 'x' } }))).toBe('not_admin');
    expect(await errorOf(ann.apiCall('chat.shout', { channel }))).toBe('unknown_method');
  });

  test('about tokens', async () => {
    expect(await errorOf(createClient().auth.test())).toBe('not_authed');
    expect(await errorOf(createClient('xoxp-made-up').auth.test())).toBe('invalid_auth');
  });
});

test('the SDK’s token works until it is revoked; until then, every method was called that Slack has too', async () => {
  expect(await bob.auth.revoke({})).toMatchObject({ ok: true, revoked: true });
  expect(await errorOf(bob.auth.test())).toBe('token_revoked');
  const shared = declaredMethods().filter((name) => !name.startsWith('edgeways.'));
  expect([...called]).toEqual(expect.arrayContaining(shared));
});
