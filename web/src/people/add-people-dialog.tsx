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

interface AddPeopleDialogProps {
  workspace: Workspace;
  channelId: string;
  name: string;
  onClose: () => void;
}

/** Chooses people of the workspace and adds them to a channel. */
export function AddPeopleDialog({ workspace, channelId, name, onClose }: AddPeopleDialogProps) {
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
    <Dialog title={`Add people to #${name}`} size="large" onClose={onClose}>
      <div className={styles.tools}>
        <TextField
          className={styles.search}
          label="Find people"
          hideLabel
          type="search"
          placeholder="Name or e-mail address"
          prefix={<Search size={16} />}
          autoFocus
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      {shown.length === 0 ? (
        <p className={styles.empty}>{query ? 'Nobody of this name is left to add.' : 'Everybody is here already.'}</p>
      ) : (
        <VList className={styles.list} aria-label="People" data={shown}>
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
          {chosen.size > 0 && `${chosen.size} chosen`}
          <ErrorNote>{add.error}</ErrorNote>
        </span>
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="primary" busy={add.isBusy} disabled={chosen.size === 0} onClick={() => add.run()}>
          Add
        </Button>
      </footer>
    </Dialog>
  );
}
