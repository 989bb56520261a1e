import { runInDurableObject } from 'cloudflare:test';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { RelayRpc } from '../../relay/relay-rpc.ts';
import { newChannel, newWorkspace } from '../../testing/workspace.ts';
import { Relays } from './relays.ts';

let workspace: string;
let calls: string[];
/** What the relay answers to a push, and whether it answers at all. */
let answers: { sockets: number };
let isReachable: boolean;
beforeAll(async () => {
  workspace = await newWorkspace();
});
beforeEach(() => {
  calls = [];
  answers = { sockets: 1 };
  isReachable = true;
});

function fakeRelay(number: number): RelayRpc {
  const note = async <T>(call: string, answer: T): Promise<T> => {
    calls.push(`${number} ${call}`);
    if (!isReachable) throw new Error('unreachable');
    return answer;
  };
  return {
    push: (after, events) => note(`push ${after} ${events.map(({ seq }) => seq).join()}`, answers),
    tell: (_audience, frame) => note(`tell ${frame}`, undefined),
    evict: () => note('evict', undefined),
    reset: () => note('reset', undefined),
  };
}

/** Relays with the database of a fresh channel; `again` are those of a channel that has woken. */
async function withRelays(work: (relays: Relays, again: () => Relays) => Promise<void>): Promise<void> {
  const { stub } = await newChannel(workspace);
  await runInDurableObject(stub, async (_object, { storage: { sql } }) => {
    const make = () => new Relays({ sql, reach: fakeRelay, retryLater: () => calls.push('later') });
    await work(make(), make);
  });
}

const event = (seq: number) => ({ seq, json: '{}' });
const whose = { user: 'UBOB' };

test('each is told each batch once, in order, also by a channel that has woken', async () => {
  await withRelays(async (relays, again) => {
    relays.join({ number: 1, sockets: 1 });
    relays.join({ number: 2, sockets: 1 });
    relays.push([event(5), event(6)]);
    relays.tell({ to: 'UBOB' }, 'psst');
    again().push([event(7)]);
    expect(calls).toEqual(['1 push 4 5,6', '2 push 4 5,6', '1 tell psst', '2 tell psst', '1 push 6 7', '2 push 6 7']);
  });
});

test('sockets go to the first that has room', async () => {
  await withRelays(async (relays) => {
    expect(relays.place(2)).toBe(1);
    relays.join({ number: 1, sockets: 2 });
    expect(relays.place(2)).toBe(2);
    relays.join({ number: 2, sockets: 2 });
    expect(relays.place(2)).toBe(3);
    relays.push([event(1)]);
    await expect.poll(() => relays.place(2)).toBe(1);
  });
});

test('one that says it has no sockets is told no more, unless one came while it said so', async () => {
  await withRelays(async (relays) => {
    answers = { sockets: 0 };
    relays.join({ number: 1, sockets: 1 });
    relays.push([event(1)]);
    relays.join({ number: 1, sockets: 1 });
    await relays.evict(whose, 4000);
    relays.push([event(2)]);
    await relays.evict(whose, 4000);
    await relays.evict(whose, 4000);
    relays.push([event(3)]);
    expect(calls).toEqual(['1 push 0 1', '1 evict', '1 push 1 2', '1 evict']);
  });
});

test('one that cannot be reached gets nothing but the order to close its sockets, also after a restart', async () => {
  await withRelays(async (relays, again) => {
    relays.join({ number: 1, sockets: 1 });
    isReachable = false;
    relays.push([event(1)]);
    await expect(relays.evict(whose, 4000)).rejects.toThrow('unreachable');
    relays.push([event(2)]);
    relays.tell({ to: 'UBOB' }, 'psst');
    expect(relays.join({ number: 1, sockets: 1 })).toBe(false);
    const woken = again();
    expect(woken.join({ number: 1, sockets: 1 })).toBe(false);
    await expect(woken.resetStale()).rejects.toThrow('unreachable');
    // An eviction is done once the sockets are closed, one way or the other.
    await expect(woken.evict(whose, 4000)).rejects.toThrow('unreachable');
    isReachable = true;
    await woken.evict(whose, 4000);
    expect(woken.join({ number: 1, sockets: 1 })).toBe(true);
    woken.push([event(3)]);
    expect(calls).toEqual([
      '1 push 0 1',
      '1 evict',
      'later',
      'later',
      'later',
      '1 reset',
      '1 reset',
      '1 reset',
      '1 push 2 3',
    ]);
  });
});
