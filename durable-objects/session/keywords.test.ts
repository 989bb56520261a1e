import { expect, test } from 'vitest';
import { withKeeper, type TestKeeper } from '../testing/keeper.ts';
import { newsOf } from '../testing/sidebar-channel.ts';
import { hear } from './hear.ts';
import { keywordsDuty, keywordsOf, tellKeywords } from './keywords.ts';
import { setPreferences } from './preferences.ts';

const isDone = (keeper: TestKeeper) => keywordsDuty.next(keeper.sql) === null;

async function withChannels(work: (keeper: TestKeeper) => Promise<void>): Promise<void> {
  await withKeeper(async (keeper) => {
    for (let n = 10; n < 60; n += 1) hear(keeper, newsOf(`C${n}`, 1));
    hear(keeper, newsOf('C99', 1, { entry: null }));
    await work(keeper);
  });
}

test('every channel that the person is in is told, once', async () => {
  await withChannels(async (keeper) => {
    setPreferences(keeper, { keywords: ['lunch'] });
    const told: string[] = [];
    const tell = async (channel: string, words: readonly string[]) => void told.push(`${channel} ${words.join()}`);
    await tellKeywords(keeper.sql, tell);
    await tellKeywords(keeper.sql, tell);
    expect(told).toEqual(Array.from({ length: 50 }, (_, i) => `C${i + 10} lunch`));
    expect(isDone(keeper)).toBe(true);
  });
});

test('one that cannot be reached is told by the alarm, and the others at once', async () => {
  await withChannels(async (keeper) => {
    setPreferences(keeper, { keywords: ['lunch'] });
    const told: string[] = [];
    let isDown = true;
    const tell = async (channel: string) => {
      if (channel === 'C33' && isDown) throw new Error('down');
      told.push(channel);
    };
    await expect(tellKeywords(keeper.sql, tell)).rejects.toThrow('down');
    expect(told).toHaveLength(49);
    expect(isDone(keeper)).toBe(false);
    isDown = false;
    await tellKeywords(keeper.sql, tell);
    expect(told.at(-1)).toBe('C33');
    expect(isDone(keeper)).toBe(true);
  });
});

test('words that change while a channel is being told are told again', async () => {
  await withChannels(async (keeper) => {
    setPreferences(keeper, { keywords: ['first'] });
    const last = new Map<string, readonly string[]>();
    await tellKeywords(keeper.sql, async (channel, words) => {
      last.set(channel, words);
      if (channel === 'C10') setPreferences(keeper, { keywords: ['second'] });
    });
    expect(isDone(keeper)).toBe(false);
    await tellKeywords(keeper.sql, async (channel, words) => void last.set(channel, words));
    expect(isDone(keeper)).toBe(true);
    expect([...last.values()]).toEqual(Array.from({ length: 50 }, () => ['second']));
    expect(keywordsOf(keeper.sql)).toEqual(['second']);
  });
});
