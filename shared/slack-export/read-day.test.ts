import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Message } from '../message.ts';
import { compareTs } from '../timestamps.ts';
import { readDay, type DayContext } from './read-day.ts';

const context: DayContext = {
  where: 'general/2024-01-01.json',
  isKnownUser: (id) => id === 'U0ADA' || id === 'U0BEN',
  getFingerprint: () => null,
  now: '1800000000.000000',
};
const ts = '1704067200.000100';
const plain = { type: 'message', user: 'U0ADA', text: 'hello', ts };

const read = (entries: readonly unknown[], changes: Partial<DayContext> = {}) =>
  readDay(entries, { ...context, ...changes });
const codesOf = (entries: readonly unknown[]) => read(entries).problems.map(({ code }) => code);
/** The one message that comes out of one entry, which has no fault. */
function clean(entry: object): Message {
  const { messages, problems } = read([entry]);
  expect(problems).toEqual([]);
  const [message] = messages;
  if (!message || messages.length > 1) throw new Error('not one message');
  return message;
}
/** The one message that comes out of an entry that has faults, and their codes. */
function repaired(entry: object): { message: Message | undefined; codes: string[] } {
  const { messages, problems } = read([entry]);
  return { message: messages[0], codes: problems.map(({ code }) => code) };
}

describe('what is not a message is lost by name, and the rest goes on', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);
  test.each<[string, unknown, string | undefined]>([
    ['not_an_object', 'text', undefined],
    ['not_an_object', null, undefined],
    ['not_an_object', [plain], undefined],
    ['bad_ts', { ...plain, ts: undefined }, undefined],
    ['bad_ts', { ...plain, ts: 1704067200.0001 }, undefined],
    ['bad_ts', { ...plain, ts: '1704067200' }, '1704067200'],
    ['bad_ts', { ...plain, ts: '1704067200.1' }, '1704067200.1'],
    ['bad_ts', { ...plain, ts: '0000000000.000000' }, '0000000000.000000'],
    ['future_ts', { ...plain, ts: '1800000000.000001' }, '1800000000.000001'],
    ['not_a_message', { ...plain, type: 'presence_change' }, ts],
    ['log_record', { ...plain, subtype: 'message_deleted' }, ts],
    ['too_deep', { ...plain, blocks: [deep] }, ts],
    ['too_large', { ...plain, text: 'x'.repeat(500_000) }, ts],
  ])('%s: %o', (code, entry, namedTs) => {
    const good = { ...plain, ts: '1704067201.000000' };
    const { messages, problems, counts } = read([entry, good]);
    expect(messages).toEqual([good]);
    expect(counts).toEqual({ entries: 2, lost: 1, identical: 0 });
    expect(problems).toEqual([
      { code, where: context.where, ...(namedTs ? { ts: namedTs } : {}), detail: expect.stringMatching(/^Entry 0: /) },
    ]);
  });

  test('a file that is nothing else names a thousand and counts the rest', () => {
    const { problems, counts } = read(Array.from({ length: 1005 }, () => 0));
    expect(counts.lost).toBe(1005);
    expect(problems.length).toBe(1001);
    expect(problems.at(-1)).toMatchObject({ code: 'more_problems', detail: 'There are 5 more like these.' });
  });

  test('a file that is no list', () => {
    expect(readDay({ messages: [plain] }, context)).toMatchObject({ messages: [], problems: [{ code: 'not_a_list' }] });
  });
});

describe('one ts, one message', () => {
  test('a copy is taken once, without a word, whatever the order of its fields', () => {
    const copy = Object.fromEntries(Object.entries(plain).reverse());
    expect(read([plain, copy])).toMatchObject({
      messages: [plain],
      problems: [],
      counts: { entries: 2, lost: 0, identical: 1 },
    });
  });

  test('of two different ones the first is kept and the second named', () => {
    const { messages, problems } = read([plain, { ...plain, text: 'other' }]);
    expect(messages).toEqual([plain]);
    expect(problems).toMatchObject([{ code: 'conflicting_duplicate', ts }]);
  });

  test('the same holds over the days of a channel', () => {
    const earlier = read([plain]).fingerprints;
    const next = { getFingerprint: (wanted: string) => earlier.get(wanted) ?? null };
    expect(read([plain], next)).toMatchObject({ messages: [], problems: [], counts: { identical: 1 } });
    expect(read([{ ...plain, text: 'other' }], next)).toMatchObject({ messages: [], counts: { lost: 1 } });
  });
});

describe('threads', () => {
  const reply = { ...plain, ts: '1704067205.000000', thread_ts: ts, parent_user_id: 'U0ADA' };

  test('a reply finds its root in its day, in whatever order, and in an earlier day', () => {
    expect(read([reply, plain]).problems).toEqual([]);
    expect(read([reply], { getFingerprint: (wanted) => (wanted === ts ? 'seen' : null) }).problems).toEqual([]);
  });

  test('replies without their root are kept in their thread, which is named once', () => {
    const second = { ...reply, ts: '1704067206.000000' };
    const { messages, problems } = read([reply, second]);
    expect(messages.map((message) => message.thread_ts)).toEqual([ts, ts]);
    expect(problems).toMatchObject([{ code: 'missing_root', ts: reply.ts, detail: expect.stringContaining(ts) }]);
  });

  test('a root keeps its summary, of which five people are named, and loses the list of its replies', () => {
    const users = ['U0ADA', 'U0BEN', 'U0ADA', 'U0BEN', 'U0ADA', 'U0BEN'];
    const root = {
      ...plain,
      thread_ts: ts,
      reply_count: 9,
      reply_users: users,
      reply_users_count: 6,
      latest_reply: reply.ts,
    };
    const message = clean({ ...root, replies: [{ user: 'U0BEN', ts: reply.ts }], subscribed: true, last_read: ts });
    expect(message).toEqual({ ...root, reply_users: users.slice(0, 5) });
  });

  test('a thread that begins after its reply is none', () => {
    const { message, codes } = repaired({ ...plain, thread_ts: '1704067299.000000' });
    expect(message).toEqual(plain);
    expect(codes).toEqual(['bad_field']);
  });

  test('the tombstone of a root is a message', () => {
    const tombstone = {
      ...plain,
      user: 'USLACKBOT',
      subtype: 'tombstone',
      hidden: true,
      thread_ts: ts,
      reply_count: 1,
    };
    expect(clean(tombstone)).toEqual(tombstone);
  });
});

describe('who sent it', () => {
  test('a bot with only an id is called as its profile says', () => {
    const bot = {
      type: 'message',
      subtype: 'bot_message',
      bot_id: 'B0BOT',
      text: 'x',
      ts,
      bot_profile: { id: 'B0BOT', name: 'CI' },
    };
    expect(clean(bot)).toEqual({ ...bot, username: 'CI' });
    expect(clean({ ...bot, username: 'hook' })).toEqual({ ...bot, username: 'hook' });
    expect(clean({ ...plain, bot_id: 'B0BOT', bot_profile: { name: 'CI' } })).not.toHaveProperty('username');
  });

  test('a bot’s id where a user’s should be is moved', () => {
    expect(clean({ ...plain, user: 'B0BOT' })).toEqual({ type: 'message', text: 'hello', ts, bot_id: 'B0BOT' });
  });

  test('what is no id becomes a name, and nobody is nobody; both are named', () => {
    expect(repaired({ ...plain, user: '<script>' })).toEqual({
      message: { type: 'message', text: 'hello', ts, username: '<script>' },
      codes: ['no_sender'],
    });
    expect(repaired({ ...plain, user: null })).toEqual({
      message: { type: 'message', text: 'hello', ts },
      codes: ['no_sender'],
    });
  });

  test('everybody who acts and is in no list is named once, and described where the message does', () => {
    const profile = { name: 'sam', real_name: 'Sam Stranger', display_name: 's', image_72: 'https://a.example/1.png' };
    const { messages, unknownUsers, problems } = read([
      { ...plain, user: 'U0SAM', user_profile: profile },
      { ...plain, user: 'U0SAM', ts: '1704067201.000000', user_profile: profile },
      { ...plain, ts: '1704067202.000000', reactions: [{ name: 'tada', users: ['U0EVE', 'U0BEN'], count: 2 }] },
    ]);
    expect(messages.length).toBe(3);
    expect(messages[0]).not.toHaveProperty('user_profile');
    expect(unknownUsers).toEqual([
      { id: 'U0SAM', name: 'sam', realName: 'Sam Stranger', image: 'https://a.example/1.png' },
      { id: 'U0EVE', name: '', realName: '', image: '' },
    ]);
    expect(problems.map(({ code, ts: at }) => [code, at])).toEqual([
      ['unknown_user', ts],
      ['unknown_user', '1704067202.000000'],
    ]);
  });
});

describe('what a message carries', () => {
  test('fields that we do not know are kept, and null is absence', () => {
    const huddle = {
      ...plain,
      subtype: 'huddle_thread',
      room: { id: 'R0ROOM', participants: [] },
      metadata: { a: [1] },
    };
    expect(clean({ ...huddle, topic: null, bot_id: null, icons: null })).toEqual(huddle);
  });

  test('a message may have no text', () => {
    expect(clean({ ...plain, text: null }).text).toBe('');
    expect(clean({ ...plain, text: undefined }).text).toBe('');
    expect(repaired({ ...plain, text: 5 })).toEqual({ message: { ...plain, text: '' }, codes: ['bad_field'] });
  });

  test('a field of a wrong form is left out, named, and takes nothing else with it', () => {
    const wrong = {
      username: 5,
      blocks: 'none',
      edited: { ts: 'never' },
      pinned_to: [1],
      reply_count: '3',
      attachments: [null, 7],
    };
    const { message, codes } = repaired({ ...plain, ...wrong });
    expect(message).toEqual(plain);
    expect(codes).toEqual(['bad_field', 'bad_field', 'bad_field', 'bad_field', 'bad_field', 'bad_field']);
  });

  test('an edit without an editor was its sender’s', () => {
    expect(clean({ ...plain, edited: { ts: '1704067209.000000' } }).edited).toEqual({
      user: 'U0ADA',
      ts: '1704067209.000000',
    });
  });

  test('reactions keep their skin tones and their counts, one for each name', () => {
    const reactions = [
      { name: 'wave::skin-tone-3', users: ['U0ADA'], count: 70 },
      { name: 'tada', users: ['U0ADA'] },
      { name: 'tada', users: ['U0BEN', 'U0ADA'], count: 2 },
    ];
    expect(clean({ ...plain, reactions }).reactions).toEqual([
      { name: 'wave::skin-tone-3', users: ['U0ADA'], count: 70 },
      { name: 'tada', users: ['U0ADA', 'U0BEN'], count: 2 },
    ]);
    expect(repaired({ ...plain, reactions: [{ users: [] }, reactions[0]] })).toMatchObject({
      message: { reactions: [reactions[0]] },
      codes: ['bad_field'],
    });
  });

  test('a tombstoned file is kept, and a file without an id is not', () => {
    const tombstone = { id: 'F0GONE', mode: 'tombstone' };
    expect(clean({ ...plain, files: [tombstone] }).files).toEqual([tombstone]);
    const { message, codes } = repaired({ ...plain, files: [null, { name: 'x' }, tombstone] });
    expect(message?.files).toEqual([tombstone]);
    expect(codes).toEqual(['bad_file', 'bad_file']);
  });

  test('the token of whoever exported is in no link, wherever the link is', () => {
    const link = 'https://files.example.com/F1/a.png';
    const files = [{ id: 'F1', url_private: `${link}?t=xoxe-1-2-abc`, thumb_64: `${link}?a=1&t=xoxe-1-2-abc&b=2` }];
    const message = clean({
      ...plain,
      files,
      attachments: [{ files }],
      text: `<${link}?t=xoxe-1-2-abc|a> costs 5?t=3`,
    });
    const cleanFiles = [{ id: 'F1', url_private: link, thumb_64: `${link}?a=1&b=2` }];
    expect(message).toMatchObject({
      files: cleanFiles,
      attachments: [{ files: cleanFiles }],
      text: `<${link}|a> costs 5?t=3`,
    });
  });

  test('a file that the export does not describe is named', () => {
    expect(codesOf([{ ...plain, subtype: 'file_share' }])).toEqual(['missing_attachment']);
  });
});

test('whatever is in a day file, nothing goes unnamed and what comes out is in order and of our form', () => {
  const stamp = fc.integer({ min: 0, max: 9 }).map((digit) => `170406720${digit}.000000`);
  const keys = [...Object.keys(Message.shape), 'file', 'comment', 'bot_profile', 'user_profile', 'room', '__proto__'];
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    stamp,
    fc.constantFrom('U0ADA', 'U0ZOE', 'B0BOT', 'message', 'tombstone'),
  );
  const entry = fc.tuple(
    stamp,
    fc.dictionary(fc.constantFrom(...keys), value, { noNullPrototype: true }),
    fc.boolean(),
  );
  const message = entry.map(([at, fields, overlaid]) => (overlaid ? { ...fields, type: 'message', ts: at } : fields));
  fc.assert(
    fc.property(fc.array(fc.oneof({ arbitrary: message, weight: 9 }, fc.jsonValue())), (entries) => {
      const { messages, problems, counts, fingerprints } = read(JSON.parse(JSON.stringify(entries)));
      expect(counts.entries).toBe(entries.length);
      expect(messages.length + counts.lost + counts.identical).toBe(entries.length);
      expect(problems.filter(({ detail }) => detail.startsWith('Entry ')).length).toBe(counts.lost);
      for (const [index, one] of messages.entries()) {
        expect(Message.parse(one)).toEqual(one);
        const next = messages[index + 1];
        if (next) expect(compareTs(one.ts, next.ts)).toBeLessThan(0);
      }
      expect([...fingerprints.keys()].sort()).toEqual(messages.map((one) => one.ts));
      // Read again, as an import does that was stopped after the day was stored: nothing new.
      const again = read(JSON.parse(JSON.stringify(entries)), { getFingerprint: (at) => fingerprints.get(at) ?? null });
      expect(again.messages).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
