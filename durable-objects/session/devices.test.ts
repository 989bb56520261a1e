import { expect, test } from 'vitest';
import { withKeeper } from '../testing/keeper.ts';
import { day } from '../testing/time.ts';
import { admitDevice, signOutDevices, viewingOf } from './devices.ts';

test('where a device has looked lately is remembered, and forgotten once no socket can be open there any more', async () => {
  await withKeeper(({ sql, clock }) => {
    admitDevice(sql, 'phone', 'C1', clock);
    admitDevice(sql, 'phone', 'C2', clock);
    admitDevice(sql, 'phone', 'C2', clock + 60 * day);
    admitDevice(sql, 'laptop', 'C1', clock + 89 * day);
    expect(viewingOf(sql, ['phone']).map(({ channel }) => channel)).toEqual(['C1', 'C2']);
    admitDevice(sql, 'laptop', 'C2', clock + 91 * day);
    expect(viewingOf(sql, ['phone', 'laptop'])).toEqual([
      { session: 'laptop', channel: 'C1' },
      { session: 'laptop', channel: 'C2' },
      { session: 'phone', channel: 'C2' },
    ]);
  });
});

test('looking at the same channel again on the same day writes nothing', async () => {
  await withKeeper(({ sql, clock }) => {
    admitDevice(sql, 'phone', 'C1', clock);
    const before = sql.exec('SELECT * FROM viewing').toArray();
    expect(admitDevice(sql, 'phone', 'C1', clock + day / 2)).toBe(true);
    expect(sql.exec('SELECT * FROM viewing').toArray()).toEqual(before);
    signOutDevices(sql, ['phone'], clock);
    expect(admitDevice(sql, 'phone', 'C1', clock + 1)).toBe(false);
  });
});
