import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../../shared/message.ts';
import { microsToTs } from '../../../shared/timestamps.ts';
import {
  buildRows,
  countAfter,
  countPrepended,
  indexOfMessage,
  latestTs,
  type ListedMessage,
  type Row,
} from './rows.ts';

/** Noon of a day in local time, so that the tests say the same in every time zone. */
const noon = new Date(2026, 10, 24, 12).getTime();
const minute = 60_000;

function at(time: number, message: Partial<Message> = {}): ListedMessage {
  const ts = microsToTs(time * 1000);
  return {
    key: ts,
    message: { type: 'message', user: 'U1', text: 'hi', ts, ...message },
    at: time * 1000,
    delivery: 'sent',
  };
}

const open = { isComplete: false, unreadAfter: null, self: 'U9' };
const shape = (rows: Row[]) => rows.map((row) => (row.kind === 'message' && row.continues ? 'continued' : row.kind));

describe('grouping', () => {
  test('messages of one author within five minutes of each other are one group', () => {
    const rows = buildRows([at(noon), at(noon + 5 * minute), at(noon + 10 * minute)], open);
    expect(shape(rows)).toEqual(['day', 'message', 'continued', 'continued']);
  });

  test('a longer pause, another author or another bot name begins a new group', () => {
    const rows = buildRows(
      [
        at(noon),
        at(noon + 5 * minute + 1),
        at(noon + 6 * minute, { user: 'U2' }),
        at(noon + 6 * minute + 1, { user: undefined, bot_id: 'B1', username: 'ci' }),
        at(noon + 6 * minute + 2, { user: undefined, bot_id: 'B1', username: 'cd' }),
      ],
      open,
    );
    expect(shape(rows)).toEqual(['day', 'message', 'message', 'message', 'message', 'message']);
  });

  test('a group does not go on over midnight', () => {
    const midnight = new Date(2026, 10, 25).getTime();
    const rows = buildRows([at(midnight - minute), at(midnight)], open);
    expect(shape(rows)).toEqual(['day', 'message', 'day', 'message']);
  });

  test('tombstones, /me and broadcast replies stand alone', () => {
    const rows = buildRows(
      [
        at(noon),
        at(noon + 1, { subtype: 'tombstone' }),
        at(noon + 2),
        at(noon + 3, { subtype: 'me_message' }),
        at(noon + 4, { subtype: 'thread_broadcast' }),
        at(noon + 5),
      ],
      open,
    );
    expect(shape(rows)).toEqual(['day', 'message', 'message', 'message', 'message', 'message', 'continued']);
  });
});

describe('what happened to the channel', () => {
  test('a run of joins is one row, a departure another, a topic one of its own', () => {
    const rows = buildRows(
      [
        at(noon, { subtype: 'channel_join' }),
        at(noon + 1, { subtype: 'channel_join', user: 'U2' }),
        at(noon + 2, { subtype: 'channel_leave' }),
        at(noon + 3, { subtype: 'channel_topic', topic: 'tea' }),
        at(noon + 4, { subtype: 'channel_topic', topic: 'coffee' }),
        at(noon + 5),
      ],
      open,
    );
    expect(rows.map((row) => (row.kind === 'events' ? row.messages.length : row.kind))).toEqual([
      'day',
      2,
      1,
      1,
      1,
      'message',
    ]);
  });
});

describe('the "new" divider', () => {
  const two = [at(noon), at(noon + 1, { user: 'U2' })];

  test('stands before the first unread message and ends its group', () => {
    const rows = buildRows([...two, at(noon + 2, { user: 'U2' })], { ...open, unreadAfter: two[1]?.message.ts ?? '' });
    expect(shape(rows)).toEqual(['day', 'message', 'message', 'new', 'message']);
  });

  test('does not announce what one wrote oneself', () => {
    const rows = buildRows([...two, at(noon + 2, { user: 'U9' })], { ...open, unreadAfter: two[1]?.message.ts ?? '' });
    expect(shape(rows)).toEqual(['day', 'message', 'message', 'message']);
  });

  test('does not announce who came and went', () => {
    const rows = buildRows([...two, at(noon + 2, { user: 'U3', subtype: 'channel_join' })], {
      ...open,
      unreadAfter: two[1]?.message.ts ?? '',
    });
    expect(shape(rows)).not.toContain('new');
  });

  test('joins the day divider where both would stand', () => {
    const rows = buildRows([at(noon), at(noon + 24 * 60 * minute)], { ...open, unreadAfter: microsToTs(noon * 1000) });
    expect(rows.filter((row) => row.kind === 'day').map((row) => row.startsNew)).toEqual([false, true]);
    expect(shape(rows)).not.toContain('new');
  });

  test('is left out where the first unread message is further up than the list', () => {
    const unreadAfter = microsToTs((noon - 1) * 1000);
    expect(shape(buildRows(two, { ...open, unreadAfter }))).toEqual(['day', 'message', 'message']);
    const complete = buildRows(two, { ...open, unreadAfter, isComplete: true });
    expect(complete.find((row) => row.kind === 'day')).toMatchObject({ startsNew: true });
  });
});

test('the beginning is shown only when nothing is before it', () => {
  expect(shape(buildRows([at(noon)], { ...open, isComplete: true }))).toEqual(['start', 'day', 'message']);
  expect(shape(buildRows([], open))).toEqual([]);
});

test('a message is found in a collapsed run too', () => {
  const joins = [at(noon, { subtype: 'channel_join' }), at(noon + 1, { subtype: 'channel_join', user: 'U2' })];
  const rows = buildRows([...joins, at(noon + 2)], open);
  expect(indexOfMessage(rows, joins[1]?.message.ts ?? '')).toBe(1);
  expect(indexOfMessage(rows, '1.000000')).toBe(-1);
});

test('what came after a message counts others and not oneself', () => {
  const listed = [
    at(noon),
    at(noon + 1, { user: 'U2' }),
    at(noon + 2, { user: 'U9' }),
    at(noon + 3, { subtype: 'channel_join' }),
  ];
  expect(countAfter(listed, listed[0]?.message.ts ?? '', 'U9')).toBe(1);
});

test('the latest ts is not that of a message which the server does not know', () => {
  const pending: ListedMessage = { ...at(noon + 9), delivery: 'waiting' };
  expect(latestTs([at(noon), pending])).toBe(microsToTs(noon * 1000));
  expect(latestTs([pending])).toBeNull();
});

const messages = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 30 * 60 * minute }),
      user: fc.constantFrom('U1', 'U2', 'U9'),
      subtype: fc.constantFrom(undefined, undefined, undefined, 'channel_join', 'channel_topic', 'tombstone'),
    }),
    { maxLength: 60 },
  )
  .map((specs) => {
    let time = noon;
    return specs.map(({ gap, user, subtype }) => at((time += gap), { user, ...(subtype && { subtype }) }));
  });

test('every message is in exactly one row, in order, and every key is its own', () => {
  fc.assert(
    fc.property(messages, fc.boolean(), (listed, isComplete) => {
      const rows = buildRows(listed, { isComplete, unreadAfter: microsToTs((noon + 60 * minute) * 1000), self: 'U9' });
      const shown = rows.flatMap((row) => {
        if (row.kind === 'message') return [row.listed.message.ts];
        return row.kind === 'events' ? row.messages.map((message) => message.ts) : [];
      });
      expect(shown).toEqual(listed.map((item) => item.message.ts));
      expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
    }),
  );
});

test('loading older messages only adds rows before the first message that was shown', () => {
  fc.assert(
    fc.property(messages, fc.nat({ max: 60 }), (listed, cut) => {
      const before = buildRows(listed.slice(cut), open);
      const after = buildRows(listed, open);
      const anchor = before.findIndex((row) => row.kind !== 'day');
      const added = countPrepended(before, after);
      fc.pre(anchor >= 0);
      expect(after.slice(anchor + added).map((row) => row.key)).toEqual(before.slice(anchor).map((row) => row.key));
    }),
  );
});
