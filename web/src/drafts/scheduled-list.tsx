import CalendarClock from 'lucide-react/icons/calendar-clock';
import { useCallback } from 'react';
import type { Workspace } from '../../../client/workspace.ts';
import { PageLoading } from '../app/page-loading.tsx';
import { useStore } from '../app/use-store.ts';
import { Button } from '../design/button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { PageSection } from '../design/page.tsx';
import { useStaleLoad } from '../schedule/use-stale-load.ts';
import styles from './drafts-page.module.css';
import { placeName } from './place-name.ts';
import { ScheduledCard } from './scheduled-card.tsx';
import { scheduledActions } from './scheduled-actions.ts';
import { draftsText } from './text.ts';

/** Messages that wait for their time, the next first; on top those that could not be sent. */
export function ScheduledList({ workspace }: { workspace: Workspace }) {
  const t = draftsText();
  const session = useStore(workspace.session);
  const users = useStore(workspace.users.store);
  const load = useCallback(async () => (await workspace.api.edgeways.scheduled.list({})).scheduled, [workspace]);
  const { state, reload } = useStaleLoad(workspace, 'scheduled', load);
  const messages = state.kind === 'loaded' ? state.value : [];
  const sorted = messages.toSorted(
    (a, b) => Number(b.error !== null) - Number(a.error !== null) || a.post_at - b.post_at,
  );
  return (
    <PageSection title={t.scheduled(messages.length)}>
      {state.kind === 'loading' && <PageLoading />}
      {state.kind === 'failed' && (
        <EmptyState title={t.scheduledFailed}>
          <p>{state.error}</p>
          <Button onClick={reload}>{t.tryAgain}</Button>
        </EmptyState>
      )}
      {state.kind === 'loaded' && messages.length === 0 && (
        <EmptyState icon={<CalendarClock size={24} />} title={t.noScheduled}>
          {t.noScheduledHint}
        </EmptyState>
      )}
      {sorted.length > 0 && (
        <ul className={styles.list}>
          {sorted.map((message) => (
            <ScheduledCard
              key={message.id}
              message={message}
              place={placeName(session, users, message.channel, message.thread_ts)}
              actions={scheduledActions(workspace, message, reload)}
            />
          ))}
        </ul>
      )}
    </PageSection>
  );
}
