import { listDurableObjectIds, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { channels } from '../migrations/shard/schema.ts';
import { closeCodes } from '../shared/protocol/sockets.ts';
import { signTicket } from './identity/ticket.ts';
import { accessShard } from '../migrations/shards.ts';
import { succeed } from './testing/api.ts';
import { post } from './testing/http.ts';
import {
  bearer,
  changePerson,
  createToken,
  createWorkspace,
  joinWorkspace,
  signInAgain,
  type Somebody,
} from './testing/people.ts';
import { connect, ticketFor, upgrade } from './testing/sockets.ts';

const session = (ticket: string) => `/sockets/session?protocol=1&ticket=${ticket}`;
const channel = (id: string, ticket: string) => `/sockets/channels/${id}?protocol=1&ticket=${ticket}`;

async function generalOf({ workspaceId }: Somebody): Promise<string> {
  const db = await accessShard(env, workspaceId);
  const [row] = await db.select().from(channels).where(eq(channels.workspaceId, workspaceId));
  return row?.id ?? '';
}

const closeCode = async (path: string, headers = {}) => (await connect(path, headers)).closed;

describe('a socket', () => {
  it('opens with a ticket: to the session, which boots, and to a channel, which greets', async () => {
    const owner = await createWorkspace('Acme');
    const general = await generalOf(owner);
    const mine = await connect(session(await ticketFor(owner)));
    expect(await mine.next()).toMatchObject({
      type: 'boot',
      workspace: { id: owner.workspaceId, name: 'Acme' },
      self: { id: owner.userId, role: 'owner' },
      channels: [{ id: general, is_general: true }],
    });
    const shown = await connect(channel(general, await ticketFor(owner, general)));
    expect(await shown.next()).toMatchObject({ type: 'hello', resumed: false });
    mine.close();
    shown.close();
  });

  it('opens once with a ticket', async () => {
    const owner = await createWorkspace();
    const general = await generalOf(owner);
    for (const path of [session(await ticketFor(owner)), channel(general, await ticketFor(owner, general))]) {
      const first = await connect(path);
      await first.next();
      expect(await closeCode(path)).toBe(closeCodes.badTicket);
      first.close();
    }
  });

  it('opens with a ticket to what the ticket is for, and nothing else', async () => {
    const owner = await createWorkspace();
    const other = await createWorkspace();
    const general = await generalOf(owner);
    const wrong = [
      session(await ticketFor(owner, general)),
      channel(general, await ticketFor(owner)),
      channel('C404', await ticketFor(owner, general)),
      session(owner.token),
      session(''),
      session('a.b.c'),
      session(await createToken(owner, [])),
      '/sockets/session?protocol=1',
    ];
    for (const path of wrong) expect(await closeCode(path)).toBe(closeCodes.badTicket);
    // A ticket of one's own workspace, to a channel of another: it leads to an object of the ticket's workspace.
    const theirs = await generalOf(other);
    expect(await closeCode(channel(theirs, await ticketFor(owner, theirs)))).toBe(closeCodes.noAccess);
  });

  it('to what is no channel answers as to a hidden one, and wakes nothing', async () => {
    const owner = await createWorkspace();
    const member = await joinWorkspace(owner);
    const { channel: made } = await succeed(owner, 'conversations.create', { name: 'hidden', is_private: true });
    const hidden = z.object({ id: z.string() }).parse(made).id;
    for (const id of [hidden, 'C0MADEUP']) {
      expect(await closeCode(channel(id, await ticketFor(member, id)))).toBe(closeCodes.noAccess);
    }
    const woken = (await listDurableObjectIds(env.CHANNEL)).map(String);
    const idOf = (id: string) => String(env.CHANNEL.idFromName(`${owner.workspaceId}:${id}`));
    expect([woken.includes(idOf(hidden)), woken.includes(idOf('C0MADEUP'))]).toEqual([true, false]);
  });

  it('does not open with an old ticket', async () => {
    const owner = await createWorkspace();
    const sessionId = String(decodeJwt(owner.token)['sid']);
    const identity = { workspaceId: owner.workspaceId, userId: owner.userId, sessionId };
    const ticket = await signTicket(env, identity, 'session', Date.now() - 31_000);
    expect(await closeCode(session(ticket))).toBe(closeCodes.badTicket);
  });

  it('does not open once the device is signed out, or the person deactivated', async () => {
    const phone = await createWorkspace();
    const laptop = await signInAgain(phone);
    const ticket = await ticketFor(phone);
    const other = await ticketFor(laptop);
    await post('/auth/sign-out', {}, bearer(phone));
    expect(await closeCode(session(ticket))).toBe(closeCodes.signedOut);
    await changePerson(phone, { deactivated: true });
    expect(await closeCode(session(other))).toBe(closeCodes.signedOut);
  });

  it('is closed before a sign-out answers, the session’s and the channels’', async () => {
    const owner = await createWorkspace();
    const general = await generalOf(owner);
    const mine = await connect(session(await ticketFor(owner)));
    const shown = await connect(channel(general, await ticketFor(owner, general)));
    await Promise.all([mine.next(), shown.next()]);
    await post('/auth/sign-out', { everywhere: true }, bearer(owner));
    expect(await mine.closed).toBe(closeCodes.signedOut);
    expect(await shown.closed).toBe(closeCodes.signedOut);
  });

  it('belongs to the ticket’s person, whatever the client’s headers say', async () => {
    const owner = await createWorkspace();
    const member = await joinWorkspace(owner);
    const smuggled = {
      'x-edgeways-user': owner.userId,
      'X-Edgeways-Role': 'owner',
      'x-edgeways-session': 'other',
      'x-edgeways-ticket': 'fresh',
      'x-edgeways-ticket-expires': String(Date.now() + 3_600_000),
    };
    const ticket = await ticketFor(member);
    const mine = await connect(session(ticket), smuggled);
    expect(await mine.next()).toMatchObject({ type: 'boot', self: { id: member.userId, role: 'member' } });
    expect(await closeCode(session(ticket), { ...smuggled, 'x-edgeways-ticket': 'another' })).toBe(
      closeCodes.badTicket,
    );
    expect(await closeCode(session(''), smuggled)).toBe(closeCodes.badTicket);
    mine.close();
  });

  it('passes on nothing that the library behind the object would take for its own', async () => {
    const owner = await createWorkspace();
    const path = `${session(await ticketFor(owner))}&_pk=${'x'.repeat(300)}`;
    const mine = await connect(path, { 'x-partykit-props': '!!', 'x-partykit-room': 'elsewhere' });
    expect(await mine.next()).toMatchObject({ type: 'boot' });
    mine.close();
  });

  it('is not for another site’s page', async () => {
    const owner = await createWorkspace();
    const ticket = await ticketFor(owner);
    for (const origin of ['https://evil.example', 'null', 'http://edgeways.test.evil.example', 'nonsense']) {
      expect((await upgrade(session(ticket), { origin })).status).toBe(403);
    }
    const mine = await connect(session(ticket), { origin: 'http://edgeways.test' });
    expect(await mine.next()).toMatchObject({ type: 'boot' });
    mine.close();
  });

  it('speaks this version of the protocol', async () => {
    const owner = await createWorkspace();
    for (const protocol of ['2', '', '01', 'x']) {
      const path = `/sockets/session?protocol=${protocol}&ticket=${await ticketFor(owner)}`;
      expect(await closeCode(path)).toBe(closeCodes.unsupportedProtocol);
    }
  });

  it('is taken to a relay when the channel has as many as it takes', async () => {
    const owner = await createWorkspace();
    const general = await generalOf(owner);
    await runInDurableObject(env.CHANNEL.getByName(`${owner.workspaceId}:${general}`), (object) => {
      Object.assign(object, { env: { ...env, SOCKETS_PER_OBJECT: '0' } });
    });
    const shown = await connect(channel(general, await ticketFor(owner, general)));
    expect(await shown.next()).toMatchObject({ type: 'hello', resumed: false });
    expect((await listDurableObjectIds(env.RELAY)).map(String)).toContain(
      String(env.RELAY.idFromName(`${owner.workspaceId}:${general}:1`)),
    );
    await succeed(owner, 'chat.postMessage', { channel: general, text: 'to all' });
    expect(await shown.next()).toMatchObject({ type: 'events', events: [{ text: 'to all' }] });
    await post('/auth/sign-out', {}, bearer(owner));
    expect(await shown.closed).toBe(closeCodes.signedOut);
  });

  it('is held to the workspace’s policy about calling everybody', async () => {
    const owner = await createWorkspace();
    const member = await joinWorkspace(owner);
    const general = await generalOf(owner);
    const policies = { call_everybody: 'administrators', large_channel: 1 };
    await succeed(owner, 'edgeways.team.setPolicies', { policies });
    const send = { type: 'send', client_msg_id: 'a', text: '<!channel> hello' };
    const outcomes: unknown[] = [];
    for (const who of [member, owner]) {
      const shown = await connect(channel(general, await ticketFor(who, general)));
      await shown.next();
      shown.send(send);
      outcomes.push(await shown.next());
      shown.close();
    }
    expect(outcomes).toMatchObject([
      { type: 'refused', error: 'restricted_action' },
      { type: 'events', events: [{ client_msg_id: 'a' }] },
    ]);
  });

  it('is a WebSocket', async () => {
    expect((await upgrade('/sockets/session?protocol=1', { upgrade: 'h2c' })).status).toBe(426);
  });

  it('has a ticket only for what could be a channel', async () => {
    const owner = await createWorkspace();
    for (const id of ['', 'X1', 'C1:C2', '../session', 'T1:C1']) {
      expect(await post('/auth/ticket', { channel: id }, bearer(owner))).toEqual({
        ok: false,
        error: 'channel_not_found',
      });
    }
  });
});
