import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWorld, heal, story, take } from '../testing/random-story.ts';
import { expectSameAsFetch } from '../testing/same-as-fetch.ts';

test('whatever the network does, a client ends with what a fetch gives, and what it sent is there once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(0, 5, 35), fc.boolean(), story, async (history, isBlocked, steps) => {
      const world = await createWorld(history, isBlocked);
      for (const step of steps) await take(world, step);
      await heal(world);

      const { handle, channel, sent } = world;
      const state = handle.store.get();
      expect(handle.connection.get()).toEqual({ kind: 'live', via: 'socket' });
      expectSameAsFetch(state, channel);
      expect({ overlays: state.overlays.size, marks: state.marks.size }).toEqual({ overlays: 0, marks: 0 });
      expect(state.loading).toEqual({ older: false, newer: false, jump: null });

      // A reply to a thread that is gone is refused, and stays with its author.
      expect(state.pending.map((message) => message.error).filter((error) => error !== 'thread_not_found')).toEqual([]);
      const refused = state.pending.map((message) => message.text);
      const arrived = [...channel.rows.values()].filter((row) => row.clientMsgId !== undefined);
      const words = arrived.map((row) => row.text.replace(/(, edited)+$/, ''));
      expect(words).toEqual(sent.filter((text) => !refused.includes(text)));
    }),
    { numRuns: Number(process.env['RUNS'] ?? 200) },
  );
}, 120_000);
