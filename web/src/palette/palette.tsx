import { Dialog } from '@base-ui/react/dialog';
import Search from 'lucide-react/icons/search';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import { openPerson } from '../app/open-person.ts';
import { navigate } from '../app/navigation.ts';
import { recentChannels } from '../app/remembered.ts';
import { useSelected } from '../app/use-selected.ts';
import { useStore } from '../app/use-store.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { canRun, runCommand } from './command-handlers.ts';
import { commandIds, isRunnable, type RunnableId } from './commands.ts';
import { takeTyping } from './early-typing.ts';
import { findItems, type PaletteItem, type PaletteMode, readQuery } from './items.ts';
import { PaletteFoot } from './palette-foot.tsx';
import { PaletteLine } from './palette-line.tsx';
import styles from './palette.module.css';
import { paletteText } from './text.ts';

interface PaletteProps {
  /** What it looks for at first. */
  mode: PaletteMode;
  currentId: string | null;
  onClose: () => void;
}

/** Commands that make no sense in the list that they open. */
const unlisted: readonly RunnableId[] = ['switch', 'nextRegion', 'previousRegion'];

/** Jumps to any conversation or person and runs any command, by typing. */
export default function Palette({ mode: initialMode, currentId, onClose }: PaletteProps) {
  const t = paletteText();
  const workspace = useWorkspace();
  const channels = useSelected(workspace.session, (state) => state.channels);
  const users = useStore(workspace.users.store);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  // Asked once: what is behind the palette does not change while it is open.
  const [commands] = useState(() =>
    commandIds
      .filter((id) => isRunnable(id))
      .filter((id) => canRun(id) && !unlisted.includes(id))
      .map((id) => ({ id, label: t.commands[id] })),
  );
  const deferred = useDeferredValue(text);
  const { mode, query } = readQuery(deferred, initialMode);
  const items = useMemo(
    () =>
      findItems(
        { channels: channels.values(), users, commands, recent: recentChannels(workspace.id), currentId },
        mode,
        query,
      ),
    [channels, users, commands, workspace, currentId, mode, query],
  );
  const mayBrowse = query !== '' && (mode === 'all' || mode === 'channels');
  const count = items.length + (mayBrowse ? 1 : 0);
  const chosen = Math.min(active, Math.max(0, count - 1));

  useEffect(() => {
    document.getElementById(`${listId}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, chosen]);

  const open = (index: number) => {
    const item = items[index];
    onClose();
    // After the dialog has given the focus back, so that what opens next can have it.
    requestAnimationFrame(() => {
      if (item) openItem(item);
      else if (mayBrowse) navigate({ kind: 'page', workspaceId: workspace.id, page: 'browse', query });
    });
  };
  const openItem = (item: PaletteItem) => {
    if (item.kind === 'command') runCommand(item.command);
    else if (item.channel) goToChannel(workspace.id, item.channel.id);
    else if (item.kind === 'person') openPerson(workspace, item.user.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && count > 0) {
      event.preventDefault();
      setActive((chosen + step + count) % count);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (count > 0) open(chosen);
    } else if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      onClose();
    }
  };

  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} aria-label={t.title}>
          <div className={styles.field}>
            <Search size={18} aria-hidden="true" />
            <input
              className={styles.input}
              role="combobox"
              aria-label={t.title}
              aria-expanded={count > 0}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={count > 0 ? `${listId}-${chosen}` : undefined}
              placeholder={initialMode === 'people' ? t.placeholderPeople : t.placeholder}
              autoComplete="off"
              spellCheck={false}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                setActive(0);
              }}
              onFocus={() => setText((before) => before + takeTyping())}
              onKeyDown={onKeyDown}
            />
          </div>
          {count === 0 ? (
            <p className={styles.nothing} role="status">
              {t.nothing}
            </p>
          ) : (
            <ul id={listId} className={styles.list} role="listbox" aria-label={t.results}>
              {items.map((item, index) => (
                <PaletteLine
                  key={`${item.kind}-${item.key}`}
                  id={`${listId}-${index}`}
                  item={item}
                  isActive={index === chosen}
                  onPoint={() => setActive(index)}
                  onOpen={() => open(index)}
                />
              ))}
              {mayBrowse && (
                <li
                  id={`${listId}-${items.length}`}
                  className={styles.line}
                  role="option"
                  aria-selected={chosen === items.length}
                  onPointerMove={() => setActive(items.length)}
                  onClick={() => open(items.length)}
                >
                  <span className={styles.icon}>
                    <Search size={16} aria-hidden="true" />
                  </span>
                  <span className={styles.label}>{t.browseFor(query)}</span>
                </li>
              )}
            </ul>
          )}
          <PaletteFoot />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function goToChannel(workspaceId: string, channelId: string): void {
  navigate({ kind: 'channel', workspaceId, channelId, ts: null, threadTs: null });
}
