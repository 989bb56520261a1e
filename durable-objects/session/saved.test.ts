import { describe, expect, test } from 'vitest';
import { maxSaved, type SavedMessage } from '../../shared/saved.ts';
import { withKeeper, type TestKeeper } from '../testing/keeper.ts';
import { changeSaved, listSaved, nextDue, savedJson, saveMessage, takeDue, unsaveMessage } from './saved.ts';

const ts = '1700000001.000000';
const message = (changes: Partial<SavedMessage> = {}): SavedMessage => ({ channel: 'C01', ts, due: null, ...changes });
const tsOf = (n: number) => `${1_700_000_000 + n}.000000`;
const open = (keeper: TestKeeper): unknown => JSON.parse(savedJson(keeper.sql));
const list = (keeper: TestKeeper, isDone: boolean) =>
  listSaved(keeper.sql, { after: null, limit: 2000, isDone }).entries.map((entry) => entry.message.ts);
const refused = (error: string) => ({ ok: false, error });

test('a message is saved once; devices get all that are saved and not done', async () => {
  await withKeeper((keeper) => {
    expect(saveMessage(keeper, message())).toEqual({ ok: true, already: false });
    expect(saveMessage(keeper, message())).toEqual({ ok: true, already: true });
    expect(keeper.takePushed()).toEqual([{ type: 'saved', saved: [message()] }]);
    expect(open(keeper)).toEqual([message()]);
  });
});

test('the last that was saved comes first, page by page', async () => {
  await withKeeper((keeper) => {
    for (let n = 1; n <= 7; n += 1) {
      if (n % 2) keeper.clock += 1;
      saveMessage(keeper, message({ ts: tsOf(n) }));
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const listed: ReturnType<typeof listSaved> = listSaved(keeper.sql, { after, limit: 2, isDone: false });
      seen.push(...listed.entries.map((entry) => entry.message.ts));
      after = listed.next;
    } while (after !== null);
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map(tsOf));
  });
});

test('what is done is listed apart, and can be taken up again', async () => {
  await withKeeper((keeper) => {
    saveMessage(keeper, message());
    expect(changeSaved(keeper, 'C01', ts, { isDone: true })).toEqual({ ok: true });
    expect([list(keeper, false), list(keeper, true)]).toEqual([[], [ts]]);
    expect(saveMessage(keeper, message())).toEqual({ ok: true, already: false });
    expect([list(keeper, false), list(keeper, true)]).toEqual([[ts], []]);
  });
});

test('only what is saved can be changed or taken off', async () => {
  await withKeeper((keeper) => {
    expect(changeSaved(keeper, 'C01', ts, { isDone: true })).toEqual(refused('not_starred'));
    expect(unsaveMessage(keeper, 'C01', ts)).toEqual(refused('not_starred'));
    saveMessage(keeper, message());
    expect(unsaveMessage(keeper, 'C01', ts)).toEqual({ ok: true });
    expect(unsaveMessage(keeper, 'C01', ts)).toEqual(refused('not_starred'));
    expect(open(keeper)).toEqual([]);
  });
});

test('there is room for a thousand, and for those that are done besides', async () => {
  await withKeeper((keeper) => {
    saveMessage(keeper, message({ ts: tsOf(0) }));
    keeper.sql.exec(
      `INSERT INTO saved (channel, message, entry, is_done, saved_at)
       SELECT 'C02', value, json_object('channel', 'C02', 'ts', '1.000000', 'due', NULL), 0, 1
       FROM json_each(?)`,
      JSON.stringify(Array.from({ length: maxSaved - 2 }, (_, i) => i + 1)),
    );
    expect(saveMessage(keeper, message({ ts: tsOf(1) }))).toMatchObject({ ok: true });
    expect(saveMessage(keeper, message({ ts: tsOf(5000) }))).toEqual(refused('too_many_saved'));
    changeSaved(keeper, 'C01', tsOf(0), { isDone: true });
    expect(saveMessage(keeper, message({ ts: tsOf(5000) }))).toMatchObject({ ok: true });
    expect(changeSaved(keeper, 'C01', tsOf(0), { isDone: false })).toEqual(refused('too_many_saved'));
  });
});

describe('reminders', () => {
  const due = 1_700_000_100;

  test('the alarm is asked for, and each is handed out once', async () => {
    await withKeeper((keeper) => {
      saveMessage(keeper, message({ due, thread_ts: tsOf(0) }));
      saveMessage(keeper, message({ ts: tsOf(9), due: due + 100 }));
      expect(keeper.rings).toContain(due * 1000);
      expect(nextDue(keeper.sql)).toBe(due * 1000);
      expect(takeDue(keeper.sql, due * 1000 - 1)).toEqual([]);
      expect(takeDue(keeper.sql, due * 1000 + 5)).toEqual([
        {
          id: `C01.${ts}.reminder.${due}`,
          kind: 'reminder',
          channel: 'C01',
          ts,
          thread_ts: tsOf(0),
          at: due * 1000 + 5,
        },
      ]);
      expect(takeDue(keeper.sql, due * 1000 + 5)).toEqual([]);
      expect(nextDue(keeper.sql)).toBe((due + 100) * 1000);
    });
  });

  test('what was said in time stays with the message, and comes again only at another time', async () => {
    await withKeeper((keeper) => {
      saveMessage(keeper, message({ due }));
      keeper.clock = due * 1000;
      takeDue(keeper.sql, keeper.clock);
      expect(open(keeper)).toEqual([message({ due })]);
      changeSaved(keeper, 'C01', ts, { isDone: false });
      expect(nextDue(keeper.sql)).toBe(null);
      changeSaved(keeper, 'C01', ts, { due: due + 50 });
      expect(nextDue(keeper.sql)).toBe((due + 50) * 1000);
      expect(open(keeper)).toEqual([message({ due: due + 50 })]);
    });
  });

  test('none comes for what is done, taken off, or not to be reminded of', async () => {
    await withKeeper((keeper) => {
      for (const n of [1, 2, 3]) saveMessage(keeper, message({ ts: tsOf(n), due }));
      changeSaved(keeper, 'C01', tsOf(1), { isDone: true });
      changeSaved(keeper, 'C01', tsOf(2), { due: null });
      unsaveMessage(keeper, 'C01', tsOf(3));
      expect(nextDue(keeper.sql)).toBe(null);
      expect(takeDue(keeper.sql, due * 2000)).toEqual([]);
    });
  });

  test('one that is ahead comes when what was done is taken up again', async () => {
    await withKeeper((keeper) => {
      saveMessage(keeper, message({ due }));
      changeSaved(keeper, 'C01', ts, { isDone: true });
      changeSaved(keeper, 'C01', ts, { isDone: false });
      expect(takeDue(keeper.sql, due * 1000)).toHaveLength(1);
    });
  });

  test('saving again with a time sets it, and without one keeps it', async () => {
    await withKeeper((keeper) => {
      saveMessage(keeper, message({ due }));
      saveMessage(keeper, message());
      expect(open(keeper)).toEqual([message({ due })]);
      saveMessage(keeper, message({ due: due + 1 }));
      expect(open(keeper)).toEqual([message({ due: due + 1 })]);
    });
  });
});
