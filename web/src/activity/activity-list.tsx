import { useRef } from 'react';
import { VList, type VListHandle } from 'virtua';
import type { ListedActivity } from '../../../client/api/personal-answers.ts';
import styles from './activity-list.module.css';
import { ActivityRow } from './activity-row.tsx';
import { activityText } from './text.ts';

interface ActivityListProps {
  workspaceId: string;
  items: readonly ListedActivity[];
  /** What is later is unread. Milliseconds since 1970. */
  readUntil: number;
  hasMore: boolean;
  onLoadMore: () => void;
}

/** Closer to the end than this the next page is asked for. Pixels. */
const lookahead = 800;

export function ActivityList({ workspaceId, items, readUntil, hasMore, onLoadMore }: ActivityListProps) {
  const list = useRef<VListHandle>(null);
  const look = () => {
    const current = list.current;
    if (hasMore && current && current.scrollSize - current.scrollOffset - current.viewportSize < lookahead)
      onLoadMore();
  };
  return (
    <VList ref={list} className={styles.list} role="list" aria-label={activityText().list} data={items} onScroll={look}>
      {(listed) => (
        <div key={listed.item.id} role="listitem">
          <ActivityRow
            workspaceId={workspaceId}
            listed={listed}
            isUnread={listed.item.at > readUntil && !listed.is_read}
          />
        </div>
      )}
    </VList>
  );
}
