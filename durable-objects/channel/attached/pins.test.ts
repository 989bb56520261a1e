import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ann, bob, cat, newChannel, newWorkspace } from '../../testing/workspace.ts';
import type { ChannelRpc } from '../channel-rpc.ts';
import { maxPins } from './pins.ts';

let workspace: string;
let channel: ChannelRpc;
beforeAll(async () => {
  workspace = await newWorkspace();
});
beforeEach(async () => {
  ({ channel } = await newChannel(workspace));
});

async function post(text: string): Promise<string> {
  const posted = await channel.post(ann, { text });
  if (!posted.ok) throw new Error(posted.error);
  return posted.ts;
}

test('pins are listed with who pinned and when, the latest first, and their messages say so', async () => {
  const [first, second] = [await post('first'), await post('second')];
  expect(await channel.pin(ann, second)).toEqual({ ok: true });
  expect(await channel.pin(bob, first)).toEqual({ ok: true });
  const answer = await channel.pins(cat);
  if (!answer.ok) throw new Error(answer.error);
  // Within one second, the newer message counts for the later pin.
  expect(new Set(answer.pins.map(({ user, message }) => `${user} ${message.text}`))).toEqual(
    new Set(['UBOB first', 'UANN second']),
  );
  expect(answer.pins[0]?.created).toBeGreaterThan(1_700_000_000);
  expect(answer.pins[0]?.created).toBeLessThan(100_000_000_000);
  expect(await channel.message(ann, first)).toMatchObject({ message: { pinned_to: [expect.any(String)] } });
  expect(await channel.unpin(ann, first)).toEqual({ ok: true });
  expect(await channel.pins(ann)).toMatchObject({ pins: [{ message: { text: 'second' } }] });
  expect(await channel.history(ann, { limit: 1 })).toMatchObject({ pinCount: 1 });
});

test('a message is pinned once, and unpinned when it is pinned; a deleted one is neither', async () => {
  const ts = await post('once');
  await channel.pin(ann, ts);
  expect(await channel.pin(bob, ts)).toEqual({ ok: false, error: 'already_pinned' });
  await channel.unpin(bob, ts);
  expect(await channel.unpin(bob, ts)).toEqual({ ok: false, error: 'no_pin' });
  await channel.pin(ann, ts);
  await channel.remove(ann, ts);
  expect(await channel.pins(ann)).toEqual({ ok: true, pins: [], hasMore: false });
  expect(await channel.pin(ann, ts)).toEqual({ ok: false, error: 'message_not_found' });
});

test('a channel takes a hundred', async () => {
  for (let i = 0; i < maxPins; i += 1) await channel.pin(ann, await post(`${i}`));
  expect(await channel.pin(ann, await post('one more'))).toEqual({ ok: false, error: 'too_many_pins' });
});

test('whoever is not in the channel pins nothing', async () => {
  expect(await channel.pin(cat, await post('x'))).toEqual({ ok: false, error: 'not_in_channel' });
  const { channel: hidden } = await newChannel(workspace, undefined, 'private');
  expect(await hidden.pins(cat)).toEqual({ ok: false, error: 'channel_not_found' });
});
