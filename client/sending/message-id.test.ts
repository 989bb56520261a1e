import { expect, test } from 'vitest';
import { newMessageId } from './message-id.ts';

test('ids that were made one after the other are in that order, and none is like another', () => {
  const times = [0, 1, 1_700_000_000_000, 1_700_000_000_001, 2 ** 44];
  const ids = times.map(newMessageId);
  expect(ids.toSorted()).toEqual(ids);
  expect(newMessageId(1)).not.toBe(newMessageId(1));
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
