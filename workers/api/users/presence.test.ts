import { beforeAll, describe, expect, it } from 'vitest';
import { callAs, succeed } from '../../testing/api.ts';
import { createWorkspace, joinWorkspace, type Somebody } from '../../testing/people.ts';
import { connect, ticketFor } from '../../testing/sockets.ts';

let owner: Somebody;
let ann: Somebody;
let stranger: Somebody;
beforeAll(async () => {
  owner = await createWorkspace();
  ann = await joinWorkspace(owner);
  stranger = await createWorkspace('Others');
});

const refused = (error: string) => ({ ok: false, error });

/** A device of the person, booted. */
async function openDevice(who: Somebody) {
  const socket = await connect(`/sockets/session?ticket=${await ticketFor(who)}&protocol=1`);
  expect(await socket.next()).toMatchObject({ type: 'boot' });
  return socket;
}

describe('users.getPresence and users.setPresence', () => {
  it('say how somebody is, and to the person themselves why', async () => {
    expect(await callAs(owner, 'users.getPresence', { user: ann.userId })).toEqual({ ok: true, presence: 'away' });
    expect(await callAs(ann, 'users.getPresence')).toEqual({
      ok: true,
      presence: 'away',
      online: false,
      auto_away: false,
      manual_away: false,
      connection_count: 0,
    });
    await openDevice(ann);
    expect(await callAs(owner, 'users.getPresence', { user: ann.userId })).toEqual({ ok: true, presence: 'active' });
    expect(await succeed(ann, 'users.setPresence', { presence: 'away' })).toEqual({ ok: true });
    expect(await callAs(ann, 'users.getPresence', { user: ann.userId })).toEqual({
      ok: true,
      presence: 'away',
      online: true,
      auto_away: false,
      manual_away: true,
      connection_count: 1,
      last_activity: expect.any(Number),
    });
    await succeed(ann, 'users.setPresence', { presence: 'auto' });
    expect(await callAs(owner, 'users.getPresence', { user: ann.userId })).toEqual({ ok: true, presence: 'active' });
  });

  it('know nobody of another workspace', async () => {
    expect(await callAs(ann, 'users.getPresence', { user: stranger.userId })).toEqual(refused('user_not_found'));
    expect(await callAs(ann, 'users.getPresence', { user: 'U0NOBODY' })).toEqual(refused('user_not_found'));
  });

  it('refuse what is neither auto nor away', async () => {
    expect(await callAs(ann, 'users.setPresence', { presence: 'active' })).toEqual(refused('invalid_presence'));
    expect(await callAs(ann, 'users.setPresence')).toEqual(refused('invalid_presence'));
  });
});

describe('users.profile.set', () => {
  it("is heard of by the person's devices", async () => {
    const socket = await openDevice(owner);
    await succeed(owner, 'users.profile.set', { profile: { status_text: 'lunch', status_emoji: ':tea:' } });
    expect(await socket.next()).toMatchObject({
      type: 'user',
      user: { id: owner.userId, profile: { status_text: 'lunch', status_emoji: ':tea:' } },
    });
  });
});
