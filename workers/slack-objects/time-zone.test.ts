import { expect, it } from 'vitest';
import { describeZone } from './time-zone.ts';

const winter = Date.UTC(2026, 0, 15);
const summer = Date.UTC(2026, 6, 15);

it.each([
  ['America/Los_Angeles', winter, 'Pacific Standard Time', -8 * 3600],
  ['America/Los_Angeles', summer, 'Pacific Daylight Time', -7 * 3600],
  ['Asia/Kathmandu', winter, 'Nepal Time', 20_700],
  ['America/St_Johns', winter, 'Newfoundland Standard Time', -12_600],
  ['UTC', winter, 'Coordinated Universal Time', 0],
])('%s is described as it is at the time', (tz, now, label, offset) => {
  expect(describeZone(tz, now)).toEqual({ tz_label: label, tz_offset: offset });
});

it('a zone that nobody knows is taken for UTC', () => {
  expect(describeZone('Mars/Olympus', winter)).toEqual({ tz_label: 'Coordinated Universal Time', tz_offset: 0 });
});
