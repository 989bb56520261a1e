import Bookmark from 'lucide-react/icons/bookmark';
import { lazy, Suspense, useState } from 'react';
import type { ListedSaved } from '../../../client/api/personal-answers.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { PageLoading } from '../app/page-loading.tsx';
import { UnreachableNote } from '../app/unreachable-note.tsx';
import { useStore } from '../app/use-store.ts';
import { Button } from '../design/button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { FilterTabs } from '../design/filter-tabs.tsx';
import { Page } from '../design/page.tsx';
import { refused } from '../message/say.ts';
import { RemindersList } from '../schedule/reminders-list.tsx';
import { scheduleText } from '../schedule/text.ts';
import { SavedRow } from './saved-row.tsx';
import styles from './saved-page.module.css';
import { savedText } from './text.ts';
import { useSavedList } from './use-saved-list.ts';

const RemindPopover = lazy(() => import('../message/remind-popover.tsx'));

interface SavedPageProps {
  workspace: Workspace;
  onBack: (() => void) | null;
}

type Tab = 'open' | 'done' | 'reminders';

/** What the person keeps for later: messages, with when they are due, and reminders. */
export default function SavedPage({ workspace, onBack }: SavedPageProps) {
  const t = savedText();
  const [tab, setTab] = useState<Tab>('open');
  const { size } = useStore(workspace.session).saved;
  return (
    <Page title={t.title} onBack={onBack}>
      <FilterTabs
        label={t.filters}
        tabs={[
          { id: 'open', label: t.filter.open, count: size },
          { id: 'done', label: t.filter.done },
          { id: 'reminders', label: scheduleText().reminders },
        ]}
        current={tab}
        onChoose={setTab}
      />
      {tab === 'reminders' ? <RemindersList workspace={workspace} /> : <SavedList workspace={workspace} state={tab} />}
    </Page>
  );
}

/** There are no keys to press, nor anything to point with. */
const isTouched = () => matchMedia('(pointer: coarse)').matches;

function SavedList({ workspace, state }: { workspace: Workspace; state: 'open' | 'done' }) {
  const t = savedText();
  const [dating, setDating] = useState<{ saved: ListedSaved; anchor: HTMLElement } | null>(null);
  const { items, error, unreachable, hasMore, isLoading, loadMore, reload } = useSavedList(workspace, state);
  return (
    <>
      <UnreachableNote count={unreachable} isLoading={isLoading} onRetry={reload} />
      {items === null && error === null && <PageLoading />}
      {items === null && error !== null && (
        <EmptyState title={t.failed}>
          <p>{error}</p>
          <Button onClick={reload}>{t.tryAgain}</Button>
        </EmptyState>
      )}
      {items?.length === 0 && unreachable === 0 && (
        <EmptyState icon={<Bookmark size={24} />} title={state === 'open' ? t.emptyOpen : t.emptyDone}>
          <p>{state === 'done' ? t.emptyDoneText : isTouched() ? t.emptyOpenTouch : t.emptyOpenText}</p>
        </EmptyState>
      )}
      {items !== null && items.length > 0 && (
        <div className={styles.scroll}>
          <ul aria-label={t.list}>
            {items.map((saved) => (
              <li key={`${saved.channel}.${saved.ts}`}>
                <SavedRow
                  workspaceId={workspace.id}
                  saved={saved}
                  isDone={state === 'done'}
                  onDone={(isDone) =>
                    void workspace.updateSaved(saved.channel, saved.ts, { is_done: isDone }).then(reload, refused())
                  }
                  onDue={(anchor) => setDating({ saved, anchor })}
                  onRemove={() => void workspace.removeSaved(saved.channel, saved.ts).then(reload, refused())}
                />
              </li>
            ))}
          </ul>
          {hasMore && (
            <Button className={styles.more} busy={isLoading} onClick={loadMore}>
              {t.more}
            </Button>
          )}
        </div>
      )}
      {dating && (
        <Suspense>
          <RemindPopover
            channelId={dating.saved.channel}
            message={dating.saved}
            place={{ anchor: dating.anchor, returnFocusTo: dating.anchor }}
            onClose={() => setDating(null)}
          />
        </Suspense>
      )}
    </>
  );
}
