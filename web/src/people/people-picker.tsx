import X from 'lucide-react/icons/x';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { User } from '../../../shared/user.ts';
import { Avatar } from '../design/avatar.tsx';
import { directText } from '../direct/text.ts';
import { usePersonName } from './people-context.tsx';
import styles from './people-picker.module.css';
import { PersonLine } from './person-line.tsx';

interface PeoplePickerProps {
  label: string;
  chosen: readonly string[];
  /** How many can be chosen. */
  most: number;
  /** Who may be meant, likeliest first. */
  find: (query: string) => readonly User[];
  noteOn?: (user: User) => string | null;
  onChange: (chosen: readonly string[]) => void;
  /** Enter with nothing typed. */
  onDone?: () => void;
  /** False where something before it is to be filled in first. */
  takesFocus?: boolean;
}

/** Chooses people by typing: the chosen ones stand before the caret, those who may be meant are listed below. */
export function PeoplePicker(props: PeoplePickerProps) {
  const { label, chosen, most, find, onChange, onDone, takesFocus = true } = props;
  const t = directText();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const isFull = chosen.length >= most;
  const found = find(query.trim()).filter(({ id }) => !chosen.includes(id));
  const activeIndex = Math.min(active, found.length - 1);

  const take = (user: User | undefined) => {
    if (!user || isFull) return;
    onChange([...chosen, user.id]);
    setQuery('');
    setActive(0);
    input.current?.focus();
  };
  const drop = (id: string) => {
    onChange(chosen.filter((other) => other !== id));
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const by = event.key === 'ArrowDown' ? 1 : -1;
      if (found.length > 0) setActive((activeIndex + by + found.length) % found.length);
    } else if (event.key === 'Enter') {
      if (onDone && query.trim() === '' && chosen.length > 0) onDone();
      else take(found[activeIndex]);
    } else if (event.key === 'Backspace' && query === '') {
      const last = chosen.at(-1);
      if (last === undefined) return;
      drop(last);
    } else return;
    event.preventDefault();
  };

  return (
    <div className={styles.picker}>
      <div className={styles.field} onClick={() => input.current?.focus()}>
        <label className={styles.label} htmlFor={`${listId}-input`}>
          {label}
        </label>
        {chosen.length > 0 && (
          <ul className={styles.chips} aria-label={t.chosen}>
            {chosen.map((id) => (
              <Chip key={id} id={id} onRemove={() => drop(id)} />
            ))}
          </ul>
        )}
        <input
          ref={input}
          id={`${listId}-input`}
          className={styles.input}
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={found.length > 0 ? `${listId}-${activeIndex}` : undefined}
          placeholder={chosen.length === 0 ? t.placeholder : undefined}
          autoComplete="off"
          spellCheck={false}
          autoFocus={takesFocus}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {isFull ? (
        <p className={styles.note} role="status">
          {t.isFull(most)}
        </p>
      ) : found.length === 0 ? (
        <p className={styles.note} role="status">
          {query.trim() !== '' && t.nobodyFound(query.trim())}
        </p>
      ) : (
        <ul className={styles.list} id={listId} role="listbox" aria-label={t.people}>
          {found.map((user, index) => (
            <li
              key={user.id}
              ref={index === activeIndex ? reveal : null}
              id={`${listId}-${index}`}
              className={styles.option}
              role="option"
              aria-selected={index === activeIndex}
              onPointerMove={() => setActive(index)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(user)}
            >
              <PersonLine id={user.id} person={user} note={props.noteOn?.(user) ?? null} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Chip({ id, onRemove }: { id: string; onRemove: () => void }) {
  const name = usePersonName(id);
  return (
    <li className={styles.chip}>
      <Avatar id={id} name={name} size={20} />
      <span className={styles.chipName}>{name}</span>
      <button type="button" className={styles.remove} aria-label={directText().remove(name)} onClick={onRemove}>
        <X size={13} />
      </button>
    </li>
  );
}

function reveal(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
