import Search from 'lucide-react/icons/search';
import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import { VList, type VListHandle } from 'virtua';
import { useStore } from '../app/use-store.ts';
import { useNames } from '../people/people-context.tsx';
import { CategoryBar } from './category-bar.tsx';
import { withTone } from './custom-emoji.ts';
import styles from './emoji-picker.module.css';
import { emojiUse } from './emoji-use.ts';
import { EmojiLine } from './emoji-line.tsx';
import { PickerFooter } from './picker-footer.tsx';
import { emojiAt, moveInRows, type PickerEmoji } from './picker-rows.ts';
import { emojiText } from './text.ts';
import { usePicker } from './use-picker.ts';

/** A finger needs larger cells, and no keyboard over them until it asks for it. The cells' pixels are in the styles, too. */
const isTouch = matchMedia('(pointer: coarse)').matches;
const cell = isTouch ? 44 : 36;

/** All emoji there are, to choose one: the search keeps the focus, arrows move through what it found. */
export function EmojiPicker({ onPick }: { onPick: (name: string) => void }) {
  const t = emojiText();
  const id = useId();
  const list = useRef<VListHandle>(null);
  const frame = useRef<HTMLDivElement>(null);
  const columns = useColumns(frame);
  const { query, setQuery, shown, rows } = usePicker(columns);
  const { skin_tone: tone } = useStore(useNames().preferences);
  const [active, setActive] = useState(0);
  const [topRow, setTopRow] = useState(0);
  const chosen = emojiAt(rows, active);
  const section = rows[topRow]?.section ?? 'frequent';

  const search = (words: string) => {
    setQuery(words);
    setActive(0);
    list.current?.scrollTo(0);
  };
  const pick = ({ name, look }: PickerEmoji) => {
    emojiUse.note(name);
    onPick('hasSkinTones' in look && look.hasSkinTones ? withTone(name, tone) : name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (chosen) pick(chosen.emoji);
      return;
    }
    // While words are being typed, left and right move in them.
    if (query !== '' && /^Arrow(?:Left|Right)$/.test(event.key)) return;
    const next = moveInRows(rows, active, event.key);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
    const row = emojiAt(rows, next)?.row ?? 0;
    list.current?.scrollToIndex(row <= 1 ? 0 : row, { align: 'nearest' });
  };

  return (
    <div className={styles.picker} ref={frame}>
      {query === '' && (
        <CategoryBar
          rows={rows}
          current={section}
          onChoose={(row) => list.current?.scrollToIndex(row, { align: 'start' })}
        />
      )}
      <div className={styles.search}>
        <Search size={16} aria-hidden="true" />
        <input
          type="text"
          role="combobox"
          aria-label={t.search}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? `${id}-${active}` : undefined}
          placeholder={t.search}
          autoComplete="off"
          autoFocus={!isTouch}
          value={query}
          onChange={(event) => search(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {rows.length === 0 ? (
        <p className={styles.empty}>{t.nothingFound(shown)}</p>
      ) : (
        <VList
          ref={list}
          id={`${id}-list`}
          className={styles.list}
          role="listbox"
          aria-label={t.picker}
          tabIndex={-1}
          data={rows}
          itemSize={cell}
          onScroll={(offset) => setTopRow(list.current?.findItemIndex(offset + cell) ?? 0)}
        >
          {(row, index) =>
            row.kind === 'title' ? (
              <div key={`title-${row.section}`} className={styles.title} role="presentation">
                {row.section === 'results' ? t.results : t.category[row.section]}
              </div>
            ) : (
              <EmojiLine
                key={index}
                id={id}
                row={row}
                active={chosen?.row === index ? active : null}
                tone={tone}
                onActive={setActive}
                onPick={pick}
              />
            )
          }
        </VList>
      )}
      <PickerFooter emoji={chosen?.emoji ?? null} tone={tone} />
    </div>
  );
}

/** How many cells fit beside each other: nine in the popover, more or fewer on a phone. */
function useColumns(frame: RefObject<HTMLDivElement | null>): number {
  const [columns, setColumns] = useState(9);
  useLayoutEffect(() => {
    const width = frame.current?.clientWidth;
    if (width) setColumns(Math.max(6, Math.floor((width - 20) / cell)));
  }, [frame]);
  return columns;
}
