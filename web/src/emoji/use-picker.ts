import { useDeferredValue, useMemo, useState } from 'react';
import { useStore } from '../app/use-store.ts';
import { useNames } from '../people/people-context.tsx';
import { emojiUse } from './emoji-use.ts';
import { layOutRows, type PickerSection } from './picker-rows.ts';
import { findEmojis, pickerSections } from './picker-sections.ts';
import type { EmojiCategoryName } from './text.ts';

/** How many of the emoji used most are shown: three lines. */
const frequentLines = 3;

/** What the picker has to show for what is searched, in lines of so many columns. */
export function usePicker(columns: number) {
  const custom = useStore(useNames().emoji);
  const [query, setQuery] = useState('');
  const shown = useDeferredValue(query);
  // As it was when the picker opened: nothing moves under the pointer.
  const [frequent] = useState(() => emojiUse.top(columns * frequentLines));

  const sections = useMemo((): readonly PickerSection<EmojiCategoryName | 'results'>[] => {
    if (shown.trim() === '') return pickerSections(custom, frequent);
    return [{ name: 'results', emojis: findEmojis(shown, custom) }];
  }, [shown, custom, frequent]);
  const rows = useMemo(() => layOutRows(sections, columns), [sections, columns]);
  return { query, setQuery, shown, rows };
}
