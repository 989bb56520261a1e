import { evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import type { SidebarChannel } from '../../shared/channel.ts';
import { closeCodes } from '../../shared/protocol/sockets.ts';
import { TestSocket } from '../testing/socket.ts';
import { ann, bob, newWorkspace } from '../testing/workspace.ts';
import { sessionOf } from './stub.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});

const entry = (id: string, changes: Partial<SidebarChannel> = {}): SidebarChannel => ({
  id,
  name: id.toLowerCase(),
  kind: 'public',
  is_general: false,
  is_archived: false,
  topic: '',
  last_read: '0000000000.000000',
  has_unread: false,
  mention_count: 0,
  ...changes,
});

test('a device boots with one frame that has everything, also after an eviction', async () => {
  const stub = env.SESSION.getByName(`${workspace}:UANN`);
  const session = sessionOf(env, workspace, 'UANN');
  await session.putChannel(entry('C01'), 1);
  await session.putChannel(entry('C02', { has_unread: true }), 1);
  await session.putChannel(entry('C03'), 1);
  await session.removeChannel('C03', 2);
  await evictDurableObject(stub);
  const socket = await TestSocket.open(stub, ann);
  expect(await socket.frame('boot')).toEqual({
    type: 'boot',
    protocol: 1,
    workspace: { id: workspace, name: 'Testers', domain: workspace.toLowerCase() },
    self: { id: 'UANN', role: 'owner' },
    channels: [entry('C01'), entry('C02', { has_unread: true })],
  });
});

test('a late word about a channel does not undo a newer one', async () => {
  const stub = env.SESSION.getByName(`${workspace}:UBOB`);
  const session = sessionOf(env, workspace, 'UBOB');
  await session.putChannel(entry('C01', { name: 'new' }), 9);
  await session.putChannel(entry('C01', { name: 'old' }), 3);
  await session.removeChannel('C01', 4);
  const socket = await TestSocket.open(stub, bob);
  expect(await socket.frame('boot')).toMatchObject({ channels: [{ name: 'new' }] });
});

test('every device is told, except those that were signed out', async () => {
  const stub = env.SESSION.getByName(`${workspace}:UCAT`);
  const session = sessionOf(env, workspace, 'UCAT');
  const cat = { userId: 'UCAT', role: 'member' } as const;
  const phone = await TestSocket.open(stub, cat, { session: 'phone' });
  const laptop = await TestSocket.open(stub, cat, { session: 'laptop' });
  await Promise.all([phone.frame('boot'), laptop.frame('boot')]);
  await session.signOut(['phone']);
  await session.putChannel(entry('C09'), 1);
  await laptop.frame('channel');
  expect(await phone.closeCode()).toBe(closeCodes.signedOut);
  expect(phone.frames.map((frame) => frame['type'])).toEqual(['boot']);
  const back = await TestSocket.open(stub, cat, { session: 'phone' });
  expect(await back.closeCode()).toBe(closeCodes.signedOut);
});

test('a device that talks out of turn is told once and then closed; pings are answered', async () => {
  const socket = await TestSocket.open(env.SESSION.getByName(`${workspace}:UANN`), ann);
  await socket.frame('boot');
  socket.send('ping');
  await socket.until(() => socket.frames.find((frame) => frame['raw'] === 'pong'));
  socket.send({ type: 'hello?' });
  expect(await socket.frame('error')).toEqual({ type: 'error', error: 'malformed_frame' });
  socket.send({ type: 'hello?' });
  expect(await socket.closeCode()).toBe(closeCodes.malformed);
});
