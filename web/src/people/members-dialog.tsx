import Search from 'lucide-react/icons/search';
import UserMinus from 'lucide-react/icons/user-minus';
import UserPlus from 'lucide-react/icons/user-plus';
import { useCallback, useMemo, useState } from 'react';
import { VList } from 'virtua';
import type { Workspace } from '../../../client/workspace.ts';
import { sentenceFor } from '../app/error-sentences.ts';
import { tell } from '../app/toasts.ts';
import { useLoad } from '../app/use-load.ts';
import { useStore } from '../app/use-store.ts';
import { PageLoading } from '../app/page-loading.tsx';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { TextField } from '../design/text-field.tsx';
import { loadMembers } from './load-members.ts';
import { personNameOf } from './naming.ts';
import { filterPeople } from './find-people.ts';
import { PersonLine } from './person-line.tsx';
import styles from './people-dialog.module.css';
import { peopleDialogsText } from './dialogs-text.ts';

interface MembersDialogProps {
  workspace: Workspace;
  channelId: string;
  name: string;
  canChange: boolean;
  onAdd: () => void;
  onClose: () => void;
}

/** Who is in the channel. */
export function MembersDialog({ workspace, channelId, name, canChange, onAdd, onClose }: MembersDialogProps) {
  const t = peopleDialogsText();
  const { state, reload } = useLoad(useCallback(() => loadMembers(workspace, channelId), [workspace, channelId]));
  const known = useStore(workspace.users.store);
  const [query, setQuery] = useState('');
  const members = state.kind === 'loaded' ? state.value : null;
  const shown = useMemo(() => {
    const people = (members ?? []).flatMap((id) => known.get(id) ?? workspace.users.get(id) ?? []);
    return filterPeople(people, query);
  }, [members, known, query, workspace]);
  const remove = (id: string) =>
    workspace.kick(channelId, id).then(reload, (error: unknown) => tell(sentenceFor(error), { isError: true }));

  return (
    <Dialog title={t.members.title(name)} size="large" onClose={onClose}>
      <div className={styles.tools}>
        <TextField
          className={styles.search}
          label={t.members.find}
          hideLabel
          type="search"
          placeholder={t.members.find}
          prefix={<Search size={16} />}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        {canChange && (
          <Button onClick={onAdd}>
            <UserPlus size={16} aria-hidden="true" /> {t.members.add}
          </Button>
        )}
      </div>
      {state.kind === 'failed' && <ErrorNote>{state.error}</ErrorNote>}
      {members === null && state.kind === 'loading' && <PageLoading />}
      {members !== null && (
        <VList className={styles.list} role="list" aria-label={t.members.label} data={shown}>
          {(person) => (
            <div key={person.id} className={styles.row} role="listitem">
              <PersonLine
                id={person.id}
                person={person}
                note={person.id === workspace.self ? t.you : null}
                end={
                  canChange && person.id !== workspace.self ? (
                    <IconButton
                      danger
                      label={t.members.remove(personNameOf(person))}
                      onClick={() => void remove(person.id)}
                    >
                      <UserMinus size={17} />
                    </IconButton>
                  ) : null
                }
              />
            </div>
          )}
        </VList>
      )}
    </Dialog>
  );
}
