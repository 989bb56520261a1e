import { describe, expect, test } from 'vitest';
import type { Draft } from '../../shared/draft.ts';
import { withKeeper, type TestKeeper } from '../testing/keeper.ts';
import { draftsJson, maxDrafts, maxDraftsLength, writeDraft } from './drafts.ts';

const phone = { session: 'phone', socket: null };
const draft = (text: string, updated: number, more: Partial<Draft> = {}): Draft => ({
  channel: 'C1',
  text,
  updated,
  ...more,
});
const write = (keeper: TestKeeper, ...drafts: Draft[]) => {
  for (const each of drafts) writeDraft(keeper, phone, each);
};
const kept = (keeper: TestKeeper): unknown => JSON.parse(draftsJson(keeper.sql));
const rows = (keeper: TestKeeper) =>
  keeper.sql.exec<{ count: number }>('SELECT count(*) AS count FROM drafts').one().count;

test('the word that was written last is kept, whatever the order in which words arrive', async () => {
  await withKeeper((keeper) => {
    write(keeper, draft('second', 2), draft('first', 1), draft('second', 2));
    expect(kept(keeper)).toEqual([draft('second', 2)]);
    expect(keeper.pushed).toEqual([{ type: 'draft', draft: draft('second', 2) }]);
  });
});

test('a thread has a draft of its own', async () => {
  await withKeeper((keeper) => {
    const inThread = draft('there', 2, { thread_ts: '1700000000.000000' });
    write(keeper, draft('here', 1), inThread);
    expect(kept(keeper)).toEqual([inThread, draft('here', 1)]);
  });
});

test('one that was emptied is gone, and an older word does not bring it back', async () => {
  await withKeeper((keeper) => {
    write(keeper, draft('hello', 1), draft('', 3), draft('hell', 2));
    expect(kept(keeper)).toEqual([]);
    expect(keeper.pushed.at(-1)).toEqual({ type: 'draft', draft: draft('', 3) });
  });
});

test('a device whose clock is ahead does not have the last word for ever', async () => {
  await withKeeper((keeper) => {
    write(keeper, draft('from the future', keeper.clock + 3600_000));
    keeper.clock += 1000;
    write(keeper, draft('now', keeper.clock));
    expect(kept(keeper)).toEqual([draft('now', keeper.clock)]);
  });
});

test('neither does what was written while our own clock was ahead', async () => {
  await withKeeper((keeper) => {
    const { clock } = keeper;
    keeper.clock += 3600_000;
    write(keeper, draft('from the future', keeper.clock));
    keeper.clock = clock;
    write(keeper, draft('now', keeper.clock));
    expect(kept(keeper)).toEqual([draft('now', keeper.clock)]);
  });
});

describe('however many are written', () => {
  test('the newest are kept, and nothing grows without bound', async () => {
    await withKeeper((keeper) => {
      for (let i = 0; i < 10_000; i += 1) write(keeper, draft(`d${i}`, i, { channel: `C${i}` }));
      expect(kept(keeper)).toEqual(
        Array.from({ length: maxDrafts }, (_, i) => draft(`d${9999 - i}`, 9999 - i, { channel: `C${9999 - i}` })),
      );
      expect(rows(keeper)).toBe(maxDrafts);
    });
  }, 60_000);

  test('what was emptied pushes out nothing that was written', async () => {
    await withKeeper((keeper) => {
      write(keeper, draft('kept', 1, { channel: 'COLD' }));
      for (let i = 0; i < maxDrafts + 100; i += 1) write(keeper, draft('', i + 2, { channel: `C${i}` }));
      expect(kept(keeper)).toEqual([draft('kept', 1, { channel: 'COLD' })]);
      expect(rows(keeper)).toBe(maxDrafts + 1);
    });
  });

  test('long ones are as many as a device can take when it boots', async () => {
    await withKeeper((keeper) => {
      const text = 'x'.repeat(40_000);
      for (let i = 0; i < 100; i += 1) write(keeper, draft(text, i, { channel: `C${i}` }));
      const json = draftsJson(keeper.sql);
      expect(json.length).toBeLessThan(maxDraftsLength + 1000);
      expect(kept(keeper)).toContainEqual(draft(text, 99, { channel: 'C99' }));
    });
  });

  test('one that is older than all that is kept is neither kept nor told', async () => {
    await withKeeper((keeper) => {
      for (let i = 0; i < maxDrafts; i += 1) write(keeper, draft('x', 1000 + i, { channel: `C${i}` }));
      keeper.takePushed();
      write(keeper, draft('late', 1, { channel: 'COLD' }));
      expect(keeper.pushed).toEqual([]);
      expect(rows(keeper)).toBe(maxDrafts);
    });
  });
});
