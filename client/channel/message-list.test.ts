import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message } from '../../shared/message.ts';
import { microsToTs, tsToMicros } from '../../shared/timestamps.ts';
import { MessageList } from './message-list.ts';

function message(micros: number, text = ''): Message {
  return { type: 'message', ts: microsToTs(micros), text };
}

const change = fc.record({ add: fc.boolean(), micros: fc.nat(700), text: fc.string({ maxLength: 3 }) });

test('a list is what a sorted array without repeats would be', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(700), { maxLength: 700 }), fc.array(change, { maxLength: 100 }), (start, changes) => {
      const model = new Map(start.map((micros) => [micros, message(micros)]));
      let list = MessageList.from(start.map((micros) => message(micros)));
      for (const { add, micros, text } of changes) {
        if (add) model.set(micros, message(micros, text));
        else model.delete(micros);
        list = add ? list.with(message(micros, text)) : list.without(microsToTs(micros));
      }
      const expected = [...model].sort(([a], [b]) => a - b).map(([, kept]) => kept);
      expect(list.toArray()).toEqual(expected);
      expect([...list]).toEqual(expected);
      expect(list.length).toBe(expected.length);
      expect([list.first, list.last]).toEqual([expected[0], expected.at(-1)]);
      expect([list.at(3), list.at(-2), list.at(5000)]).toEqual([expected[3], expected.at(-2), undefined]);
      for (const micros of [0, 350, 700]) {
        const ts = microsToTs(micros);
        expect(list.get(ts)).toEqual(model.get(micros));
        expect(list.indexAtOrAfter(ts)).toBe(expected.filter((kept) => tsToMicros(kept.ts) < micros).length);
      }
    }),
  );
});

test('merging takes the other list’s message where both have one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40)), fc.array(fc.nat(80)), (ours, theirs) => {
      const merged = MessageList.from(ours.map((micros) => message(micros, 'ours'))).merge(
        MessageList.from(theirs.map((micros) => message(micros, 'theirs'))),
      );
      const texts = new Map(ours.map((micros) => [micros, 'ours']));
      for (const micros of theirs) texts.set(micros, 'theirs');
      const expected = [...texts].sort(([a], [b]) => a - b).map(([micros, text]) => message(micros, text));
      expect(merged.toArray()).toEqual(expected);
    }),
  );
});

test('timestamps of other lengths have their place by value', () => {
  const early = { type: 'message' as const, ts: '99.000000', text: 'early' };
  const list = MessageList.from([message(1_600_000_000_000_000), early]);
  expect(list.first).toBe(early);
  expect(list.get('99.000000')).toBe(early);
});

test('a change leaves the list as it was', () => {
  const list = MessageList.from([message(1), message(2)]);
  list.with(message(3)).without(microsToTs(1));
  expect(list.toArray().map((kept) => kept.ts)).toEqual([microsToTs(1), microsToTs(2)]);
});

test('adding a message to very many copies few references', () => {
  // 100,000 appended one by one: quadratic copying would be 5,000,000,000 references and not end.
  let list = MessageList.empty;
  for (let micros = 0; micros < 100_000; micros += 1) list = list.with(message(micros));
  expect(list.length).toBe(100_000);
  expect(list.at(77_777)?.ts).toBe(microsToTs(77_777));
});

test('what did not change gives the same list and the same array', () => {
  const kept = message(1);
  const list = MessageList.from([kept]);
  expect(list.with(kept)).toBe(list);
  expect(list.without(microsToTs(9))).toBe(list);
  expect(list.toArray()).toBe(list.toArray());
});
