import { useSyncExternalStore } from 'react';
import { createEmojiUse } from './frequent.ts';

/** Of this device. */
export const emojiUse = createEmojiUse({
  // Even to name the storage may be forbidden.
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
});

/** The emoji used most, which change while others are used. */
export function useFrequentEmoji(count: number): readonly string[] {
  return useSyncExternalStore(emojiUse.subscribe, () => emojiUse.top(count));
}
