import { expect, test } from 'vitest';
import { withKeeper } from '../testing/keeper.ts';
import { newsOf, sidebarChannel } from '../testing/sidebar-channel.ts';
import { setStar } from './arrange.ts';
import { hear } from './hear.ts';
import { changeSaved, saveMessage } from './saved.ts';
import { listStars } from './stars.ts';

test('saved messages and starred channels are one list, the newest first; what is done or left is not in it', async () => {
  await withKeeper((keeper) => {
    const start = keeper.clock / 1000;
    hear(keeper, newsOf('C01', 1, { entry: sidebarChannel('C01', { kind: 'private' }) }));
    hear(keeper, newsOf('C02', 1));
    const save = (ts: string) => saveMessage(keeper, { channel: 'C01', ts, due: null });
    save('1700000001.000000');
    keeper.clock += 1000;
    setStar(keeper, 'C01', true);
    setStar(keeper, 'C02', true);
    keeper.clock += 1000;
    save('1700000002.000000');
    save('1700000003.000000');
    changeSaved(keeper, 'C01', '1700000003.000000', { isDone: true });
    hear(keeper, newsOf('C02', 2, { entry: null }));
    const entries = [
      { channel: 'C01', ts: '1700000002.000000', starred: start + 2 },
      { channel: 'C01', kind: 'private', starred: start + 1 },
      { channel: 'C01', ts: '1700000001.000000', starred: start },
    ];
    expect(listStars(keeper.sql, { offset: 0, limit: 10 })).toEqual({ entries, total: 3 });
    expect(listStars(keeper.sql, { offset: 1, limit: 1 })).toEqual({ entries: [entries[1]], total: 3 });
  });
});
