import { expect, test } from 'vitest';
import { withKeeper } from '../testing/keeper.ts';
import { nextUnanswered, noteUnanswered } from './unanswered.ts';

test('none of those who go on not answering stays due, however many they are', async () => {
  await withKeeper((keeper) => {
    const ids = Array.from({ length: 1_200 }, (_, n) => `U${1000 + n}`);
    noteUnanswered(keeper, ids, new Set(ids));
    const { count } = keeper.sql.exec<{ count: number }>('SELECT count(*) AS count FROM unanswered').one();
    expect(count).toBe(1_000);
    keeper.clock = nextUnanswered(keeper.sql) ?? 0;
    noteUnanswered(keeper, ids, new Set(ids));
    expect(nextUnanswered(keeper.sql)).toBeGreaterThan(keeper.clock);
    noteUnanswered(keeper, ids, new Set());
    expect(nextUnanswered(keeper.sql)).toBeNull();
  });
});
