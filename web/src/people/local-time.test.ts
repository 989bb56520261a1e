import { expect, test } from 'vitest';
import { localTime } from './local-time.ts';

const noon = new Date('2026-11-24T12:00:00Z');

test('the time is that of the zone, as the language writes it', () => {
  expect(localTime('Asia/Tokyo', 'en-GB', noon)).toBe('21:00');
  expect(localTime('America/New_York', 'en-US', noon)).toMatch(/^7:00\sAM$/);
});

test('a zone that nobody knows has no time', () => {
  expect(localTime('Mars/Olympus', 'en', noon)).toBeNull();
  expect(localTime('', 'en', noon)).toBeNull();
});
