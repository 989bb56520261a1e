import { runInDurableObject } from 'cloudflare:test';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { ann, bob, newChannel, newWorkspace } from '../../testing/workspace.ts';
import { openChannel, type Viewer } from '../context.ts';
import { Limiter } from '../../storage/limiter.ts';
import { Sends, type Send } from './sends.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});
afterEach(() => vi.restoreAllMocks());

const send = (viewer: Viewer, id: string): Send => ({
  viewer,
  frame: { type: 'send', client_msg_id: id, text: id },
});

test('whoever is too fast is so for the rest of a batch, however long that takes, and nobody else is', async () => {
  const { stub } = await newChannel(workspace);
  await runInDurableObject(stub, (_object, { storage }) => {
    const limiter = new Limiter({ burst: 1, perSecond: 1 });
    const sends = new Sends({
      change: (work) => work(openChannel(storage.sql, () => Date.now())),
      takePost: (userId, now) => limiter.take(userId, now),
      written: async () => {},
    });
    let clock = Date.now();
    vi.spyOn(Date, 'now').mockImplementation(() => (clock += 10_000));
    const batch = [send(ann, 'a1'), send(ann, 'a2'), send(bob, 'b1'), send(ann, 'a3')];
    const errors = sends.postAll(batch).map((answer) => (answer?.type === 'refused' ? answer.error : null));
    expect(errors).toEqual([null, 'ratelimited', null, 'ratelimited']);
    expect(sends.postAll([send(ann, 'a2')])).toEqual([null]);
  });
});
