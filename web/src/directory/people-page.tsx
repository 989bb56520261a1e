import Search from 'lucide-react/icons/search';
import UserPlus from 'lucide-react/icons/user-plus';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { VList } from 'virtua';
import type { Workspace } from '../../../client/workspace.ts';
import { isAdministrator } from '../../../shared/user.ts';
import { openDialog } from '../app/dialog-request.ts';
import { openPerson } from '../app/open-person.ts';
import { PageLoading } from '../app/page-loading.tsx';
import { useLoad } from '../app/use-load.ts';
import { useStore } from '../app/use-store.ts';
import { Button } from '../design/button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { Page } from '../design/page.tsx';
import { TextField } from '../design/text-field.tsx';
import { filterPeople } from '../people/find-people.ts';
import styles from './browse-page.module.css';
import { PersonCard } from './person-card.tsx';
import { directoryText } from './text.ts';

interface PeoplePageProps {
  workspace: Workspace;
  onBack: (() => void) | null;
}

/** Everybody in the workspace: to find, to look at, to write to. */
export default function PeoplePage({ workspace, onBack }: PeoplePageProps) {
  const t = directoryText();
  const users = useStore(workspace.users.store);
  const role = useStore(workspace.session).self?.role ?? 'member';
  const { state, reload } = useLoad(useCallback(() => workspace.users.refresh(), [workspace]));
  const [query, setQuery] = useState('');
  const [showsDeactivated, setShowsDeactivated] = useState(false);
  const wanted = useDeferredValue(query);
  const shown = useMemo(
    () =>
      filterPeople(
        [...users.values()].filter(({ deleted }) => deleted === showsDeactivated),
        wanted,
      ),
    [users, showsDeactivated, wanted],
  );
  // Who was known before is shown although the list could not be read again.
  const isUnknown = users.size <= 1;
  return (
    <Page
      title={t.people}
      onBack={onBack}
      actions={
        isAdministrator(role) && (
          <Button onClick={() => openDialog({ kind: 'invite-people' })}>
            <UserPlus size={16} aria-hidden="true" /> {t.invite}
          </Button>
        )
      }
    >
      <div className={styles.tools}>
        <TextField
          className={styles.search}
          label={t.searchPeople}
          hideLabel
          type="search"
          placeholder={t.searchPeoplePlaceholder}
          prefix={<Search size={16} />}
          value={query}
          autoFocus={onBack === null}
          onChange={(event) => setQuery(event.target.value)}
        />
        <div className={styles.filter} role="group" aria-label={t.whichPeople}>
          <button type="button" aria-pressed={!showsDeactivated} onClick={() => setShowsDeactivated(false)}>
            {t.active}
          </button>
          <button type="button" aria-pressed={showsDeactivated} onClick={() => setShowsDeactivated(true)}>
            {t.deactivated}
          </button>
        </div>
      </div>
      <p className={styles.count} role="status">
        {t.personCount(shown.length)}
      </p>
      {shown.length > 0 ? (
        <VList className={styles.list} role="list" aria-label={t.people} data={shown}>
          {(person) => (
            <PersonCard
              key={person.id}
              person={person}
              isSelf={person.id === workspace.self}
              onMessage={() => openPerson(workspace, person.id)}
            />
          )}
        </VList>
      ) : state.kind === 'failed' && isUnknown ? (
        <EmptyState title={t.peopleFailed}>
          <p>{state.error}</p>
          <Button onClick={reload}>{t.tryAgain}</Button>
        </EmptyState>
      ) : state.kind === 'loading' && isUnknown ? (
        <PageLoading />
      ) : (
        <EmptyState title={showsDeactivated && wanted === '' ? t.nobodyDeactivated : t.nobodyFound}>
          {wanted !== '' && t.nobodyFoundHint}
        </EmptyState>
      )}
    </Page>
  );
}
