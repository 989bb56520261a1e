import Check from 'lucide-react/icons/check';
import Search from 'lucide-react/icons/search';
import { useCallback, useMemo, useState } from 'react';
import { VList } from 'virtua';
import type { Workspace } from '../../../client/workspace.ts';
import { useAction } from '../app/use-action.ts';
import { useLoad } from '../app/use-load.ts';
import { useStore } from '../app/use-store.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { TextField } from '../design/text-field.tsx';
import { filterPeople } from './find-people.ts';
import { loadMembers } from './load-members.ts';
import { PersonLine } from './person-line.tsx';
import styles from './people-dialog.module.css';
import { peopleDialogsText } from './dialogs-text.ts';

interface AddPeopleDialogProps {
  workspace: Workspace;
  channelId: string;
  name: string;
  onClose: () => void;
}

/** Chooses people of the workspace and adds them to a channel. */
export function AddPeopleDialog({ workspace, channelId, name, onClose }: AddPeopleDialogProps) {
  const t = peopleDialogsText().addPeople;
  const members = useLoad(useCallback(() => loadMembers(workspace, channelId), [workspace, channelId])).state;
  const known = useStore(workspace.users.store);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const inside = useMemo(() => new Set(members.kind === 'loaded' ? members.value : []), [members]);
  const shown = useMemo(
    () =>
      filterPeople(
        [...known.values()].filter((user) => !user.deleted && !inside.has(user.id)),
        query,
      ),
    [known, inside, query],
  );
  const add = useAction(async () => {
    await workspace.invite(channelId, [...chosen]);
    onClose();
  });
  const toggle = (id: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });

  return (
    <Dialog title={t.title(name)} size="large" onClose={onClose}>
      <div className={styles.tools}>
        <TextField
          className={styles.search}
          label={t.find}
          hideLabel
          type="search"
          placeholder={t.placeholder}
          prefix={<Search size={16} />}
          autoFocus
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      {shown.length === 0 ? (
        <p className={styles.empty}>{query ? t.nobodyFound : t.nobodyLeft}</p>
      ) : (
        <VList className={styles.list} aria-label={t.label} data={shown}>
          {(person) => (
            <button
              key={person.id}
              type="button"
              role="checkbox"
              aria-checked={chosen.has(person.id)}
              className={styles.pick}
              onClick={() => toggle(person.id)}
            >
              <PersonLine
                id={person.id}
                person={person}
                end={
                  <span className={styles.check} aria-hidden="true">
                    <Check size={15} />
                  </span>
                }
              />
            </button>
          )}
        </VList>
      )}
      <footer className={styles.footer}>
        <span className={styles.chosen} role="status">
          {chosen.size > 0 && t.chosen(chosen.size)}
          <ErrorNote>{add.error}</ErrorNote>
        </span>
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button kind="primary" busy={add.isBusy} disabled={chosen.size === 0} onClick={() => add.run()}>
          {t.add}
        </Button>
      </footer>
    </Dialog>
  );
}
