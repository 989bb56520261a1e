import type { ComposerDocument } from './document.ts';

/** A part of the Web Storage API. */
export interface DraftStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** What was written and not sent in one place: a channel or a thread. */
export interface DraftSlot {
  load: () => ComposerDocument | null;
  /** Null forgets it. */
  save: (document: ComposerDocument | null) => void;
}

/** The number goes up when the stored form changes; older drafts are ignored then. */
const prefix = 'edgeways.draft.1.';

export function createDraftSlot(storage: DraftStorage, place: string): DraftSlot {
  const key = prefix + place;
  return {
    load() {
      try {
        const stored: unknown = JSON.parse(storage.getItem(key) ?? 'null');
        return isDocument(stored) ? stored : null;
      } catch {
        return null;
      }
    },
    save(document) {
      try {
        if (document) storage.setItem(key, JSON.stringify(document));
        else storage.removeItem(key);
      } catch {
        // The storage is full or forbidden: the draft lasts as long as the page.
      }
    },
  };
}

function isDocument(value: unknown): value is ComposerDocument {
  return typeof value === 'object' && value !== null && 'root' in value && typeof value.root === 'object';
}
