import { beforeAll, describe, expect, it } from 'vitest';
import { callAs, succeed } from '../../../testing/api.ts';
import { changePerson, createToken, createWorkspace, joinWorkspace, type Somebody } from '../../../testing/people.ts';

let owner: Somebody;
let admin: Somebody;
let ann: Somebody;
let stranger: Somebody;
beforeAll(async () => {
  owner = await createWorkspace();
  admin = await joinWorkspace(owner);
  ann = await joinWorkspace(owner);
  stranger = await createWorkspace('Others');
  await changePerson(admin, { role: 'admin' });
});

const refused = (error: string) => ({ ok: false, error });
const set = (who: Somebody | string, args: object) => callAs(who, 'users.profile.set', args);
const get = (args: object = {}) => succeed(ann, 'users.profile.get', args);

describe('users.profile.get', () => {
  it('reads the caller’s own, or somebody else’s', async () => {
    expect(await get()).toMatchObject({ profile: { real_name: 'Mia Member', first_name: 'Mia', email: ann.email } });
    expect(await get({ user: owner.userId })).toMatchObject({
      profile: { real_name: 'Olga Owner', email: owner.email },
    });
  });

  it('gives an address only to a token with the scope for it', async () => {
    const token = await createToken(ann, ['users.profile:read']);
    expect((await succeed(token, 'users.profile.get'))['profile']).not.toHaveProperty('email');
  });

  it('knows nobody of another workspace', async () => {
    expect(await callAs(ann, 'users.profile.get', { user: stranger.userId })).toEqual(refused('user_not_found'));
  });
});

describe('users.profile.set', () => {
  it('changes the fields that it is given, and leaves the others', async () => {
    expect(await set(ann, { profile: { title: 'Chair', phone: '+1 555' } })).toMatchObject({
      ok: true,
      profile: { title: 'Chair', phone: '+1 555', real_name: 'Mia Member' },
    });
    expect(await set(ann, { profile: { title: '' } })).toMatchObject({ profile: { title: '', phone: '+1 555' } });
    expect(await get()).toMatchObject({ profile: { title: '', phone: '+1 555' } });
  });

  it('takes one field as a name and a value', async () => {
    expect(await set(ann, { name: 'display_name', value: ' mia  ' })).toMatchObject({
      profile: { display_name: 'mia' },
    });
    expect(await set(ann, { name: 'status_expiration', value: '4000001234' })).toMatchObject({
      profile: { status_expiration: 4_000_001_234 },
    });
  });

  it('takes the profile as JSON in a text, as forms send it', async () => {
    expect(await set(ann, { profile: '{"pronouns":"they"}' })).toMatchObject({ profile: { pronouns: 'they' } });
    expect(await set(ann, { profile: '{"pronouns":' })).toEqual(refused('invalid_profile'));
  });

  it('keeps first, last and whole name in step', async () => {
    expect(await set(ann, { profile: { first_name: 'Maria' } })).toMatchObject({
      profile: { real_name: 'Maria Member', first_name: 'Maria', last_name: 'Member' },
    });
    expect(await set(ann, { profile: { last_name: 'van der Berg' } })).toMatchObject({
      profile: { real_name: 'Maria van der Berg', last_name: 'van der Berg' },
    });
    expect(await set(ann, { profile: { real_name: 'Émile Zola' } })).toMatchObject({
      profile: { first_name: 'Émile', last_name: 'Zola', real_name_normalized: 'Emile Zola' },
    });
    expect(await callAs(ann, 'users.info', { user: ann.userId })).toMatchObject({ user: { real_name: 'Émile Zola' } });
    expect(await set(ann, { profile: { first_name: '', last_name: '' } })).toEqual(refused('invalid_profile'));
    const names = { first_name: 'x'.repeat(50), last_name: 'y'.repeat(50) };
    expect(await set(ann, { profile: names })).toEqual(refused('too_long'));
  });

  it('gives a status an emoji, and lets a cleared one expire no more', async () => {
    expect(await set(ann, { profile: { status_text: 'away', status_expiration: 4_000_000_000 } })).toMatchObject({
      profile: { status_text: 'away', status_emoji: ':speech_balloon:', status_expiration: 4_000_000_000 },
    });
    expect(await set(ann, { profile: { status_emoji: ':wave::skin-tone-3:' } })).toMatchObject({
      profile: { status_text: 'away', status_emoji: ':wave::skin-tone-3:' },
    });
    expect(await set(ann, { profile: { status_text: '', status_emoji: '' } })).toMatchObject({
      profile: { status_text: '', status_emoji: '', status_expiration: 0 },
    });
  });

  it('does not show a status that has expired, and does not bring it back with the next', async () => {
    const cleared = { status_text: '', status_emoji: '', status_expiration: 0 };
    expect(await set(ann, { profile: { status_text: 'lunch', status_expiration: 99 } })).toMatchObject({
      profile: cleared,
    });
    expect(await callAs(owner, 'users.info', { user: ann.userId })).toMatchObject({ user: { profile: cleared } });
    expect(await set(ann, { profile: { status_emoji: ':tea:' } })).toMatchObject({
      profile: { status_text: '', status_emoji: ':tea:', status_expiration: 0 },
    });
  });

  it('keeps both of two changes that are made at once', async () => {
    await Promise.all([set(ann, { profile: { title: 'both' } }), set(ann, { profile: { phone: 'kept' } })]);
    expect(await get()).toMatchObject({ profile: { title: 'both', phone: 'kept' } });
  });

  it('takes control signs out of names, which could make one look like another', async () => {
    const name = 'Ann\u202eevil\n\u0000x';
    expect(await set(ann, { profile: { display_name: name } })).toMatchObject({
      profile: { display_name: 'Ann evil x' },
    });
  });

  it('takes half an emoji for what it can be written as', async () => {
    expect(await set(ann, { profile: { title: 'half \ud83d' } })).toMatchObject({ profile: { title: 'half \ufffd' } });
  });

  it.each([
    ['an address', { email: 'new@example.com' }, 'reserved_name'],
    ['a picture', { image_72: 'https://example.com/a.png' }, 'reserved_name'],
    ['a role', { is_admin: true }, 'reserved_name'],
    ['an empty name', { real_name: ' ' }, 'invalid_profile'],
    ['a number for a text', { title: 5 }, 'invalid_profile'],
    ['an emoji that is none', { status_emoji: 'wave' }, 'invalid_profile'],
    ['a date that is none', { start_date: 'today' }, 'invalid_profile'],
    ['an expiry in words', { status_expiration: 'soon' }, 'invalid_profile'],
    ['an expiry below zero', { status_expiration: -1 }, 'invalid_profile'],
    ['a name of 81 characters', { real_name: 'x'.repeat(81) }, 'too_long'],
    ['a status of 101 characters', { status_text: 'x'.repeat(101) }, 'too_long'],
  ])('refuses %s', async (_what, profile, error) => {
    const before = await get();
    expect(await set(ann, { profile })).toEqual(refused(error));
    expect(await get()).toEqual(before);
  });

  it('refuses to be told nothing', async () => {
    expect(await set(ann, {})).toEqual(refused('invalid_profile'));
    expect(await set(ann, { profile: ['title'] })).toEqual(refused('invalid_profile'));
  });

  it('is for one’s own profile, unless one is an administrator', async () => {
    const profile = { title: 'Moved' };
    expect(await set(ann, { user: ann.userId, profile })).toMatchObject({ ok: true });
    expect(await set(ann, { user: admin.userId, profile })).toEqual(refused('not_admin'));
    expect(await set(ann, { user: 'U0NOBODY', profile })).toEqual(refused('not_admin'));
    expect(await set(admin, { user: ann.userId, profile })).toMatchObject({ ok: true, profile });
    expect(await set(admin, { user: owner.userId, profile })).toEqual(refused('cannot_update_admin_user'));
    expect(await set(owner, { user: admin.userId, profile })).toMatchObject({ ok: true, profile });
    expect(await set(owner, { user: stranger.userId, profile })).toEqual(refused('user_not_found'));
  });
});
