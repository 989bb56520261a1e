import type * as emoji from '../../../shared/emoji/emoji.ts';
import { useEffect, useSyncExternalStore } from 'react';
import { createStore } from '../../../client/store.ts';

type EmojiModule = typeof emoji;

const table = createStore<EmojiModule | null>(null);
let loading: Promise<void> | null = null;

/** Fetches the table of emoji once, when the first emoji is to be shown or looked for; tries again after a failure. */
export function loadEmoji(): Promise<void> {
  loading ??= import('../../../shared/emoji/emoji.ts').then(table.set, () => {
    loading = null;
  });
  return loading;
}

/** The table; null until it has come. */
export function useEmojiTable(): EmojiModule | null {
  useEffect(() => void loadEmoji(), []);
  return useSyncExternalStore(table.subscribe, table.get);
}

/** The table if something has asked for it. */
export function useEmojiTableIfLoaded(): EmojiModule | null {
  return useSyncExternalStore(table.subscribe, table.get);
}
