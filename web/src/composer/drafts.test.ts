import { expect, test } from 'vitest';
import { createDraftSlot, type DraftStorage } from './drafts.ts';

function memory(): DraftStorage & { items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

const document = { root: { type: 'root', children: [] } };

test('a draft is kept in its own place until it is sent', () => {
  const storage = memory();
  createDraftSlot(storage, 'T1.C1').save(document);
  expect(createDraftSlot(storage, 'T1.C1').load()).toEqual(document);
  expect(createDraftSlot(storage, 'T1.C2').load()).toBeNull();
  createDraftSlot(storage, 'T1.C1').save(null);
  expect(storage.items.size).toBe(0);
});

test.each(['{', '7', 'null', '{"root":1}'])('%s in the storage is no draft', (stored) => {
  const storage = memory();
  storage.getItem = () => stored;
  expect(createDraftSlot(storage, 'T1.C1').load()).toBeNull();
});

test('a full storage does not stop anybody from writing', () => {
  const storage = memory();
  storage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  expect(() => createDraftSlot(storage, 'T1.C1').save(document)).not.toThrow();
});
