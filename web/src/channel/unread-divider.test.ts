import { expect, test } from 'vitest';
import { dividerAfter } from './unread-divider.ts';

test('the divider stays while the list moves the cursor past it', () => {
  expect(dividerAfter('1.000001', '1.000009', '1.000009')).toBe('1.000001');
});

test('it goes to what was marked as unread, above it or below it', () => {
  expect(dividerAfter('1.000005', '1.000002', '1.000009')).toBe('1.000002');
  expect(dividerAfter('1.000005', '1.000007', '1.000009')).toBe('1.000007');
});

test('it goes where another device has read to', () => {
  expect(dividerAfter('1.000001', '1.000009', null)).toBe('1.000009');
});
