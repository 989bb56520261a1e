import { beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../shared/errors.ts';
import { createChannel, newName, postAll } from '../testing/conversations.ts';
import { succeed } from '../testing/api.ts';
import { send } from '../testing/http.ts';
import { changePerson, createToken, createWorkspace, joinWorkspace, type Somebody } from '../testing/people.ts';
import { fillShardOf, shardOf } from '../testing/shards.ts';
import { methods } from './methods.ts';

/**
 * Who may do what: every declared method, tried by everybody. A private channel is what is to
 * be kept from those outside; whoever may not know of it is told exactly what they would be told if it did not exist.
 */
type Name =
  | 'creator'
  | 'member'
  | 'adminInside'
  | 'owner'
  | 'outsider'
  | 'newcomer'
  | 'removed'
  | 'deactivated'
  | 'stranger'
  | 'neighbour';

let people: Record<Name, Somebody>;
/** The one that those are tried on who must not change it. */
let scene: Scene;

/** A private channel with a message by its creator. */
type Scene = { channel: string; name: string; ts: string };

type Outcome = 'ok' | ErrorCode;
type Expectation = { args: (scene: Scene) => object } & (
  | { about: 'conversation'; member: Outcome; administrator: Outcome }
  | { about: 'workspace'; member: Outcome; administrator: Outcome; stranger: Outcome }
  | { about: 'nothing' }
);

const inChannel = ({ channel }: Scene) => ({ channel });
const onMessage = ({ channel, ts }: Scene) => ({ channel, ts });
const onItem = ({ channel, ts }: Scene) => ({ channel, timestamp: ts });
/** Bookmarks name their channel so. */
const ofChannelId = ({ channel }: Scene) => ({ channel_id: channel });
const forMembers = { about: 'conversation', member: 'ok', administrator: 'ok' } as const;
const forAnybody = { about: 'workspace', member: 'ok', administrator: 'ok', stranger: 'ok' } as const;
const ofColleagues = { about: 'workspace', member: 'ok', administrator: 'ok', stranger: 'user_not_found' } as const;
const member = () => ({ user: people.member.userId });

const forAdministrators = { about: 'workspace', member: 'not_an_admin', administrator: 'ok', stranger: 'ok' } as const;
/** Nobody's import; that it is the caller's own is tested where imports are. */
const ofAbsentImport = {
  ...forAdministrators,
  administrator: 'import_not_found',
  stranger: 'import_not_found',
  args: () => ({ id: 'I0ABSENT000' }),
} as const;

const ofManagers = { about: 'workspace', member: 'permission_denied', administrator: 'ok', stranger: 'ok' } as const;
const ofAbsentGroup = {
  about: 'workspace',
  member: 'permission_denied',
  administrator: 'no_such_subteam',
  stranger: 'no_such_subteam',
  args: () => ({ usergroup: 'S0ABSENT000' }),
} as const;

const onThread = ({ channel, ts }: Scene) => ({ channel, thread_ts: ts });
/** To whoever has saved nothing it is all the same whether there is such a message. */
const ofNothingSaved = {
  about: 'workspace',
  member: 'not_starred',
  administrator: 'not_starred',
  stranger: 'not_starred',
} as const;
/** Nobody's section. */
const ofAbsentSection = {
  about: 'workspace',
  member: 'section_not_found',
  administrator: 'section_not_found',
  stranger: 'section_not_found',
  args: () => ({ section: 'L0ABSENT000' }),
} as const;

const ofAbsentBookmark = {
  ...forMembers,
  member: 'bookmark_not_found',
  administrator: 'bookmark_not_found',
} as const;

/** Nobody reaches what another person has scheduled, or wants to be reminded of: it is as if there were none. */
const ofNothingScheduled = {
  about: 'workspace',
  member: 'invalid_scheduled_message_id',
  administrator: 'invalid_scheduled_message_id',
  stranger: 'invalid_scheduled_message_id',
  args: ({ channel }: Scene) => ({ channel, scheduled_message_id: 'Q0ABSENT000' }),
} as const;
const ofAbsentReminder = {
  about: 'workspace',
  member: 'not_found',
  administrator: 'not_found',
  stranger: 'not_found',
  args: () => ({ reminder: 'Rm0ABSENT000' }),
} as const;

/** One entry for each method; a method without one fails the first test. */
const expectations: Record<string, Expectation> = {
  'api.test': { about: 'nothing', args: () => ({}) },
  'auth.revoke': { ...forAnybody, args: () => ({ test: true }) },
  'auth.test': { ...forAnybody, args: () => ({}) },
  'bookmarks.add': {
    ...forMembers,
    args: (scene) => ({ ...ofChannelId(scene), type: 'link', title: 'Ours', link: 'https://example.com' }),
  },
  'bookmarks.edit': {
    ...ofAbsentBookmark,
    args: (scene) => ({ ...ofChannelId(scene), bookmark_id: 'Bk1', title: 'x' }),
  },
  'bookmarks.list': { ...forMembers, args: ofChannelId },
  'bookmarks.remove': { ...ofAbsentBookmark, args: (scene) => ({ ...ofChannelId(scene), bookmark_id: 'Bk1' }) },
  'chat.deleteScheduledMessage': ofNothingScheduled,
  'chat.delete': { ...forMembers, args: onMessage, member: 'cant_delete_message' },
  'chat.getPermalink': { ...forMembers, args: ({ channel, ts }) => ({ channel, message_ts: ts }) },
  'chat.meMessage': { ...forMembers, args: ({ channel }) => ({ channel, text: 'waves' }) },
  'chat.postMessage': { ...forMembers, args: ({ channel }) => ({ channel, text: 'hello' }) },
  'chat.scheduleMessage': {
    ...forMembers,
    args: ({ channel }) => ({ channel, text: 'hello', post_at: Math.floor(Date.now() / 1000) + 3600 }),
  },
  'chat.scheduledMessages.list': { ...forAnybody, args: () => ({}) },
  'chat.update': {
    ...forMembers,
    args: (scene) => ({ ...onMessage(scene), text: 'forged' }),
    member: 'cant_update_message',
    administrator: 'cant_update_message',
  },
  'chat.postEphemeral': {
    ...forMembers,
    args: ({ channel }) => ({ channel, user: people.creator.userId, text: 'for you' }),
  },
  'chat.unfurl': {
    ...forMembers,
    args: (scene) => ({ ...onMessage(scene), unfurls: { 'https://example.com': { text: 'x' } } }),
    member: 'cannot_unfurl_message',
    administrator: 'cannot_unfurl_message',
  },
  'conversations.archive': { ...forMembers, args: inChannel },
  'conversations.close': {
    ...forMembers,
    args: inChannel,
    member: 'method_not_supported_for_channel_type',
    administrator: 'method_not_supported_for_channel_type',
  },
  'conversations.open': { ...ofColleagues, args: () => ({ users: people.member.userId }) },
  'conversations.create': { ...forAnybody, args: () => ({ name: newName() }) },
  'conversations.history': { ...forMembers, args: inChannel },
  'conversations.info': { ...forMembers, args: (scene) => ({ ...inChannel(scene), include_num_members: true }) },
  'conversations.invite': { ...forMembers, args: ({ channel }) => ({ channel, users: people.newcomer.userId }) },
  'conversations.join': { ...forMembers, args: inChannel },
  'conversations.kick': {
    ...forMembers,
    args: ({ channel }) => ({ channel, user: people.creator.userId }),
    member: 'restricted_action',
  },
  'conversations.leave': { ...forMembers, args: inChannel },
  'conversations.list': {
    ...forAnybody,
    args: () => ({ types: 'public_channel,private_channel,mpim,im', limit: 1000 }),
  },
  'conversations.mark': { ...forMembers, args: onMessage },
  'conversations.members': { ...forMembers, args: inChannel },
  'conversations.rename': {
    ...forMembers,
    args: ({ channel }) => ({ channel, name: newName() }),
    member: 'not_authorized',
  },
  'conversations.replies': { ...forMembers, args: onMessage },
  'conversations.setPurpose': { ...forMembers, args: ({ channel }) => ({ channel, purpose: 'theirs' }) },
  'conversations.setTopic': { ...forMembers, args: ({ channel }) => ({ channel, topic: 'theirs' }) },
  'conversations.unarchive': {
    ...forMembers,
    args: inChannel,
    member: 'not_archived',
    administrator: 'not_archived',
  },
  'dnd.endDnd': { ...forAnybody, args: () => ({}) },
  'dnd.endSnooze': {
    about: 'workspace',
    member: 'snooze_not_active',
    administrator: 'snooze_not_active',
    stranger: 'snooze_not_active',
    args: () => ({}),
  },
  'dnd.info': { ...ofColleagues, args: member },
  'dnd.setSnooze': { ...forAnybody, args: () => ({ num_minutes: 10 }) },
  'dnd.teamInfo': { ...forAnybody, args: () => ({ users: people.member.userId }) },
  'edgeways.activity.list': { ...forAnybody, args: () => ({}) },
  'edgeways.activity.mark': { ...forAnybody, args: () => ({ at: 1 }) },
  'edgeways.channels.setPreferences': { ...forMembers, args: (scene) => ({ ...inChannel(scene), is_muted: true }) },
  'edgeways.conversations.markAll': { ...forAnybody, args: () => ({}) },
  'edgeways.dnd.setSchedule': { ...forAnybody, args: () => ({ is_enabled: true, start: 1320, end: 480, days: '1' }) },
  'edgeways.preferences.set': { ...forAnybody, args: () => ({ preferences: { unread_only: true } }) },
  'edgeways.saved.add': { ...forMembers, args: onMessage },
  'edgeways.saved.list': { ...forAnybody, args: () => ({}) },
  'edgeways.saved.remove': { ...ofNothingSaved, args: onMessage },
  'edgeways.saved.update': { ...ofNothingSaved, args: (scene) => ({ ...onMessage(scene), is_done: true }) },
  'edgeways.scheduled.list': { ...forAnybody, args: () => ({}) },
  'edgeways.scheduled.update': {
    ...ofNothingScheduled,
    args: (scene) => ({ ...ofNothingScheduled.args(scene), text: 'new' }),
  },
  'edgeways.sections.create': { ...forAnybody, args: () => ({ name: 'Mine' }) },
  'edgeways.sections.order': { ...forAnybody, args: () => ({ sections: 'direct,channels' }) },
  'edgeways.sections.place': { ...forMembers, args: (scene) => ({ ...inChannel(scene), section: 'channels' }) },
  'edgeways.sections.remove': ofAbsentSection,
  'edgeways.sections.update': ofAbsentSection,
  'edgeways.team.getPolicies': { ...forAnybody, args: () => ({}) },
  'edgeways.team.setPolicies': { ...forAdministrators, args: () => ({ policies: { large_channel: 100 } }) },
  'edgeways.imports.cancel': ofAbsentImport,
  'edgeways.imports.create': { ...forAdministrators, args: () => ({ name: 'export.zip', size: 1000 }) },
  'edgeways.imports.list': { ...forAdministrators, args: () => ({}) },
  'edgeways.imports.start': ofAbsentImport,
  'edgeways.imports.status': ofAbsentImport,
  'edgeways.threads.follow': { ...forMembers, args: onThread },
  'edgeways.threads.list': { ...forAnybody, args: () => ({}) },
  'edgeways.threads.mark': { ...forMembers, args: (scene) => ({ ...onThread(scene), ts: scene.ts }) },
  'edgeways.threads.markAll': { ...forAnybody, args: () => ({}) },
  'edgeways.threads.unfollow': { ...forMembers, args: onThread },
  'edgeways.timeZone.set': { ...forAnybody, args: () => ({ tz: 'Europe/Lisbon' }) },
  'edgeways.unfurls.remove': {
    ...forMembers,
    args: (scene) => ({ ...onMessage(scene), url: 'https://example.com' }),
    member: 'cant_update_message',
    administrator: 'cant_update_message',
  },
  'emoji.add': { ...forAnybody, args: () => ({ name: newName(), mode: 'alias', alias_for: 'wave' }) },
  'emoji.list': { ...forAnybody, args: () => ({}) },
  'emoji.remove': {
    ...forAnybody,
    args: () => ({ name: 'absent' }),
    member: 'emoji_not_found',
    administrator: 'emoji_not_found',
    stranger: 'emoji_not_found',
  },
  'pins.add': { ...forMembers, args: onItem },
  'pins.list': { ...forMembers, args: inChannel },
  'pins.remove': { ...forMembers, args: onItem, member: 'no_pin', administrator: 'no_pin' },
  'reactions.add': { ...forMembers, args: (scene) => ({ ...onItem(scene), name: 'wave' }) },
  'reactions.get': { ...forMembers, args: onItem },
  'reactions.list': { ...ofColleagues, args: member },
  'reactions.remove': {
    ...forMembers,
    args: (scene) => ({ ...onItem(scene), name: 'wave' }),
    member: 'no_reaction',
    administrator: 'no_reaction',
  },
  'reminders.add': { ...forAnybody, args: () => ({ text: 'tea', time: 'in 20 minutes' }) },
  'reminders.complete': ofAbsentReminder,
  'reminders.delete': ofAbsentReminder,
  'reminders.info': ofAbsentReminder,
  'reminders.list': { ...forAnybody, args: () => ({}) },
  'stars.add': { ...forMembers, args: ({ channel, ts }) => ({ channel, timestamp: ts }) },
  'stars.list': { ...forAnybody, args: () => ({}) },
  'stars.remove': { ...ofNothingSaved, args: ({ channel, ts }) => ({ channel, timestamp: ts }) },
  'team.info': {
    ...forAnybody,
    args: () => ({ team: people.owner.workspaceId }),
    stranger: 'team_not_found',
  },
  'usergroups.create': { ...ofManagers, args: () => ({ name: newName() }) },
  'usergroups.disable': ofAbsentGroup,
  'usergroups.enable': ofAbsentGroup,
  'usergroups.list': { ...forAnybody, args: () => ({}) },
  'usergroups.update': ofAbsentGroup,
  'usergroups.users.list': { ...ofAbsentGroup, member: 'no_such_subteam' },
  'usergroups.users.update': { ...ofAbsentGroup, args: () => ({ usergroup: 'S0ABSENT000', users: 'U1' }) },
  'users.conversations': { ...ofColleagues, args: () => ({ ...member(), types: 'public_channel,private_channel' }) },
  'users.getPresence': { ...ofColleagues, args: member },
  'users.info': { ...ofColleagues, args: member },
  'users.list': { ...forAnybody, args: () => ({}) },
  'users.lookupByEmail': {
    ...forAnybody,
    args: () => ({ email: people.member.email }),
    stranger: 'users_not_found',
  },
  'users.setPresence': { ...forAnybody, args: () => ({ presence: 'auto' }) },
  'users.profile.get': { ...ofColleagues, args: member },
  'users.profile.set': {
    ...ofColleagues,
    args: () => ({ user: people.creator.userId, profile: { title: 'Fool' } }),
    member: 'not_admin',
  },
};

beforeAll(async () => {
  const owner = await createWorkspace('Acme');
  await fillShardOf(owner.workspaceId);
  const stranger = await createWorkspace('Others');
  await fillShardOf(stranger.workspaceId);
  const neighbour = await createWorkspace('Neighbours');
  const join = () => joinWorkspace(owner);
  people = {
    owner,
    stranger,
    neighbour,
    creator: await join(),
    member: await join(),
    adminInside: await join(),
    outsider: await join(),
    newcomer: await join(),
    removed: await join(),
    deactivated: await join(),
  };
  await changePerson(people.adminInside, { role: 'admin' });
  scene = await createScene([people.removed, people.deactivated]);
  await succeed(people.creator, 'conversations.kick', { channel: scene.channel, user: people.removed.userId });
  await changePerson(people.deactivated, { deactivated: true });
});

const secretText = 'the secret that was said';
const secretTopic = 'the secret that it is about';

async function createScene(more: Somebody[] = []): Promise<Scene> {
  const { creator, member: inside, adminInside } = people;
  const name = `secret-${newName()}`;
  const channel = await createChannel(creator, {
    name,
    isPrivate: true,
    members: [inside, adminInside, ...more],
  });
  await succeed(creator, 'conversations.setTopic', { channel, topic: secretTopic });
  const [ts = ''] = await postAll(creator, channel, [secretText]);
  return { channel, name, ts };
}

/** Everything that a caller gets back: the status, the headers, and every byte of the body. */
async function tryIt(name: string, args: object, token: string | null): Promise<{ body: string; rest: unknown }> {
  const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
  const response = await send(`/api/${name}`, {
    method: 'POST',
    body: JSON.stringify(args),
    headers: { 'content-type': 'application/json', ...authorization },
  });
  const headers = [...response.headers].filter(([header]) => header !== 'x-request-id');
  return { body: await response.text(), rest: { status: response.status, headers } };
}

async function outcomeOf(
  name: string,
  args: object,
  token: string | null,
): Promise<{ outcome: unknown; body: string }> {
  const { body } = await tryIt(name, args, token);
  const answer: unknown = JSON.parse(body);
  if (typeof answer !== 'object' || answer === null) throw new Error(`no answer: ${body}`);
  return { body, outcome: 'error' in answer ? answer.error : 'ok' };
}

/** What the channel looks like to somebody inside. */
async function look({ channel }: Scene): Promise<unknown> {
  const { creator } = people;
  const info = await succeed(creator, 'conversations.info', { channel, include_num_members: true });
  return { info, history: await succeed(creator, 'conversations.history', { channel }) };
}

/** The same of a channel that there is not. */
function elsewhere(args: object): object {
  return { ...args, ['channel_id' in args ? 'channel_id' : 'channel']: 'C0ABSENT00' };
}

function expectNothingOf({ channel, name }: Scene, body: string): void {
  for (const secret of [channel, name, secretText, secretTopic]) expect(body).not.toContain(secret);
}

it('has an expectation for every declared method', () => {
  expect(Object.keys(expectations).toSorted()).toEqual(methods.map(({ name }) => name).toSorted());
});

it('has the stranger on another shard, and the neighbour on the same one', async () => {
  const home = await shardOf(people.owner.workspaceId);
  expect(await shardOf(people.stranger.workspaceId)).not.toBe(home);
  expect(await shardOf(people.neighbour.workspaceId)).toBe(home);
});

describe.each(methods)('$name', ({ name, scopes }) => {
  const expectation = expectations[name];
  if (!expectation) return;
  if (expectation.about === 'nothing') {
    it('is for anybody, token or not', async () => {
      expect(await outcomeOf(name, {}, null)).toMatchObject({ outcome: 'ok' });
      expect(await outcomeOf(name, {}, people.stranger.token)).toMatchObject({ outcome: 'ok' });
    });
    return;
  }
  const { about, args } = expectation;
  const neededScopes = scopes === 'open' ? [] : (scopes.user ?? []);

  it('is closed to those who are not signed in, and changes nothing for them', async () => {
    const before = await look(scene);
    const { token } = people.member;
    const forged = `${token.slice(0, -8)}${token.slice(-8) === 'AAAAAAAA' ? 'BBBBBBBB' : 'AAAAAAAA'}`;
    const given = args(scene);
    const tokens = [forged, 'garbage', 'xoxp-garbage', `xoxp-${people.member.workspaceId}-${'x'.repeat(32)}`];
    expect(await tryIt(name, given, null)).toMatchObject({ body: JSON.stringify({ ok: false, error: 'not_authed' }) });
    for (const wrong of tokens) {
      expect(await tryIt(name, given, wrong)).toMatchObject({
        body: JSON.stringify({ ok: false, error: 'invalid_auth' }),
      });
    }
    expect(await tryIt(name, given, people.deactivated.token)).toMatchObject({
      body: JSON.stringify({ ok: false, error: 'account_inactive' }),
    });
    expect(await look(scene)).toEqual(before);
  });

  if (neededScopes.length > 0) {
    it('is closed to a token without scopes', async () => {
      const { body } = await tryIt(name, args(scene), await createToken(people.member, []));
      const needed = neededScopes.join(',');
      expect(JSON.parse(body)).toEqual({ ok: false, error: 'missing_scope', needed, provided: '' });
    });
  }

  if (about === 'conversation') {
    it.each(['stranger', 'neighbour', 'outsider', 'removed', 'owner'] as const)(
      'does not exist for the %s',
      async (who) => {
        const before = await look(scene);
        const { token } = people[who];
        const given = args(scene);
        const hidden = await tryIt(name, given, token);
        const absent = await tryIt(name, elsewhere(given), token);
        expect(hidden).toEqual(absent);
        expect(JSON.parse(hidden.body)).toEqual({ ok: false, error: 'channel_not_found' });
        expect(await look(scene)).toEqual(before);
      },
    );

    it('does not exist for a token with every scope whose person is outside', async () => {
      const token = await createToken(people.outsider, neededScopes.length > 0 ? [...neededScopes] : []);
      const given = args(scene);
      const hidden = await tryIt(name, given, token);
      expect(hidden).toEqual(await tryIt(name, elsewhere(given), token));
      expect(JSON.parse(hidden.body)).toEqual({ ok: false, error: 'channel_not_found' });
    });
  } else {
    it.each(['stranger', 'neighbour'] as const)(
      `answers ${expectation.stranger} to the %s, and nothing of this workspace`,
      async (who) => {
        const { body, outcome } = await outcomeOf(name, args(scene), people[who].token);
        expect(outcome).toBe(expectation.stranger);
        expectNothingOf(scene, body);
        const { stranger: _stranger, neighbour: _neighbour, ...ours } = people;
        for (const { userId, workspaceId, email } of Object.values(ours)) {
          for (const secret of [userId, workspaceId, email]) expect(body).not.toContain(secret);
        }
      },
    );

    it.each([
      ['outsider', expectation.member],
      ['removed', expectation.member],
      ['owner', expectation.administrator],
    ] as const)('says nothing of the private channel to the %s', async (who, expected) => {
      const { body, outcome } = await outcomeOf(name, args(scene), people[who].token);
      expect(outcome).toBe(expected);
      expectNothingOf(scene, body);
    });
  }

  it(`answers ${expectation.member} to a member`, async () => {
    const untouched = about === 'conversation' ? await createScene() : scene;
    expect(await outcomeOf(name, args(untouched), people.member.token)).toMatchObject({ outcome: expectation.member });
  });

  it(`answers ${expectation.administrator} to an administrator inside`, async () => {
    const untouched = about === 'conversation' ? await createScene() : scene;
    expect(await outcomeOf(name, args(untouched), people.adminInside.token)).toMatchObject({
      outcome: expectation.administrator,
    });
  });
});
