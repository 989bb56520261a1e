import Bell from 'lucide-react/icons/bell';
import { useState } from 'react';
import type { Workspace } from '../../../client/workspace.ts';
import { PageLoading } from '../app/page-loading.tsx';
import { UnreachableNote } from '../app/unreachable-note.tsx';
import { Button } from '../design/button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { FilterTabs } from '../design/filter-tabs.tsx';
import { Page } from '../design/page.tsx';
import { ActivityList } from './activity-list.tsx';
import { type ActivityFilter, activityFilters } from './filters.ts';
import { activityText } from './text.ts';
import { useActivity } from './use-activity.ts';

interface ActivityPageProps {
  workspace: Workspace;
  onBack: (() => void) | null;
}

/** What others did that is about this person: mentions, replies, reactions, and reminders of their own. */
export default function ActivityPage({ workspace, onBack }: ActivityPageProps) {
  const t = activityText();
  const [filter, setFilter] = useState<ActivityFilter>('all');
  const activity = useActivity(workspace, filter);
  const { items, error, unreachable, isLoading, reload } = activity;

  return (
    <Page title={t.title} onBack={onBack}>
      <FilterTabs
        label={t.filters}
        tabs={activityFilters.map((id) => ({ id, label: t.filter[id] }))}
        current={filter}
        onChoose={setFilter}
      />
      <UnreachableNote count={unreachable} isLoading={isLoading} onRetry={reload} />
      {items === null && error === null && <PageLoading />}
      {items === null && error !== null && (
        <EmptyState title={t.failed}>
          <p>{error}</p>
          <Button onClick={reload}>{t.tryAgain}</Button>
        </EmptyState>
      )}
      {items?.length === 0 && unreachable === 0 && (
        <EmptyState icon={<Bell size={24} />} title={t.empty[filter].title}>
          <p>{t.empty[filter].text}</p>
        </EmptyState>
      )}
      {items !== null && items.length > 0 && (
        <ActivityList
          key={filter}
          workspaceId={workspace.id}
          items={items}
          readUntil={activity.readUntil}
          hasMore={activity.hasMore}
          onLoadMore={activity.loadMore}
        />
      )}
    </Page>
  );
}
