import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callAs, succeed } from '../../testing/api.ts';
import { pagesOf } from '../../testing/conversations.ts';
import { changePerson, createToken, createWorkspace, joinWorkspace, type Somebody } from '../../testing/people.ts';

let owner: Somebody;
let ann: Somebody;
let left: Somebody;
let stranger: Somebody;
beforeAll(async () => {
  owner = await createWorkspace();
  ann = await joinWorkspace(owner);
  left = await joinWorkspace(owner);
  stranger = await createWorkspace('Others');
  await changePerson(left, { deactivated: true });
});

const refused = (error: string) => ({ ok: false, error });
const Members = z.array(z.looseObject({ id: z.string(), profile: z.looseObject({}) }));

describe('users.info', () => {
  it('describes a person', async () => {
    const { workspaceId, userId, email } = owner;
    expect(await callAs(ann, 'users.info', { user: userId })).toMatchObject({
      ok: true,
      user: {
        id: userId,
        team_id: workspaceId,
        name: email.split('@')[0],
        deleted: false,
        real_name: 'Olga Owner',
        tz: 'UTC',
        tz_label: expect.any(String),
        tz_offset: 0,
        is_admin: true,
        is_owner: true,
        is_bot: false,
        is_restricted: false,
        updated: expect.any(Number),
        profile: {
          real_name: 'Olga Owner',
          real_name_normalized: 'Olga Owner',
          first_name: 'Olga',
          last_name: 'Owner',
          display_name: 'Olga Owner',
          status_text: '',
          status_emoji: '',
          status_expiration: 0,
          title: '',
          email,
          team: workspaceId,
        },
      },
    });
  });

  it('says what time it is for them', async () => {
    await changePerson(ann, { tz: 'Asia/Kolkata' });
    expect(await callAs(owner, 'users.info', { user: ann.userId })).toMatchObject({
      user: { tz: 'Asia/Kolkata', tz_label: 'India Standard Time', tz_offset: 19_800 },
    });
  });

  it('describes people who are gone, as such', async () => {
    expect(await callAs(ann, 'users.info', { user: left.userId })).toMatchObject({ ok: true, user: { deleted: true } });
  });

  it('knows nobody of another workspace', async () => {
    expect(await callAs(ann, 'users.info', { user: stranger.userId })).toEqual(refused('user_not_found'));
    expect(await callAs(ann, 'users.info', { user: 'U0NOBODY' })).toEqual(refused('user_not_found'));
  });

  it('gives an address only to a token with the scope for it', async () => {
    const without = await succeed(await createToken(ann, ['users:read']), 'users.info', { user: owner.userId });
    expect(JSON.stringify(without)).not.toContain(owner.email);
    const withIt = await createToken(ann, ['users:read', 'users:read.email']);
    expect(await callAs(withIt, 'users.info', { user: owner.userId })).toMatchObject({
      user: { profile: { email: owner.email } },
    });
  });
});

describe('users.list', () => {
  it('lists everybody, and nobody of another workspace', async () => {
    const { members, cache_ts: cachedAt } = await succeed(ann, 'users.list');
    const ids = Members.parse(members).map(({ id }) => id);
    expect(ids.toSorted()).toEqual([owner, ann, left].map(({ userId }) => userId).toSorted());
    expect(cachedAt).toEqual(expect.any(Number));
  });

  it('pages, each person once', async () => {
    const pages = await pagesOf(ann, 'users.list', { limit: 2 });
    const ids = pages.map((page) => Members.parse(page['members']).map(({ id }) => id));
    expect(ids.map(({ length }) => length)).toEqual([2, 1]);
    expect(new Set(ids.flat()).size).toBe(3);
  });

  it('gives addresses only to a token with the scope for them', async () => {
    const token = await createToken(ann, ['users:read']);
    for (const { profile } of Members.parse((await succeed(token, 'users.list'))['members'])) {
      expect(profile).not.toHaveProperty('email');
    }
  });

  it('refuses a cursor that it did not give out, and a limit below zero', async () => {
    expect(await callAs(ann, 'users.list', { cursor: 'x' })).toEqual(refused('invalid_cursor'));
    expect(await callAs(ann, 'users.list', { limit: -1 })).toEqual(refused('invalid_limit'));
  });
});

describe('users.lookupByEmail', () => {
  const lookup = (email: string) => callAs(ann, 'users.lookupByEmail', { email });

  it('finds a person, however the address is written', async () => {
    const found = { ok: true, user: { id: owner.userId, profile: { email: owner.email } } };
    expect(await lookup(owner.email)).toMatchObject(found);
    expect(await lookup(` ${owner.email.toUpperCase()} `)).toMatchObject(found);
  });

  it('finds nobody who is gone, in another workspace, or not there, and says the same of all', async () => {
    for (const email of [left.email, stranger.email, 'nobody@example.com', '']) {
      expect(await lookup(email)).toEqual(refused('users_not_found'));
    }
  });
});
