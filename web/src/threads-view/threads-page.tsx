import CheckCheck from 'lucide-react/icons/check-check';
import MessagesSquare from 'lucide-react/icons/messages-square';
import { useRef } from 'react';
import { VList, type VListHandle } from 'virtua';
import type { Workspace } from '../../../client/workspace.ts';
import { PageLoading } from '../app/page-loading.tsx';
import { UnreachableNote } from '../app/unreachable-note.tsx';
import { tell } from '../app/toasts.ts';
import { useSelected } from '../app/use-selected.ts';
import { Button } from '../design/button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { Page } from '../design/page.tsx';
import { refused } from '../message/say.ts';
import { threadsText } from './text.ts';
import { ThreadCard } from './thread-card.tsx';
import styles from './threads-page.module.css';
import { keyOfThread, useFollowedThreads } from './use-followed-threads.ts';

interface ThreadsPageProps {
  workspace: Workspace;
  onBack: (() => void) | null;
}

/** Closer to the end than this the next page is asked for. Pixels. */
const lookahead = 1000;

/** The threads that the person follows, each with its root and last replies, to be answered in their place. */
export default function ThreadsPage({ workspace, onBack }: ThreadsPageProps) {
  const t = threadsText();
  const list = useRef<VListHandle>(null);
  const { items, error, unreachable, hasMore, isLoading, loadMore, reload } = useFollowedThreads(workspace);
  const hasUnread = useSelected(workspace.session, ({ unreadThreads }) => unreadThreads.size > 0);
  const markAll = () => void workspace.api.edgeways.threads.markAll({}).then(() => tell(t.marked), refused());
  const look = () => {
    const current = list.current;
    if (hasMore && current && current.scrollSize - current.scrollOffset - current.viewportSize < lookahead) loadMore();
  };

  return (
    <Page
      title={t.title}
      onBack={onBack}
      actions={
        <Button kind="quiet" disabled={!hasUnread} onClick={markAll}>
          <CheckCheck size={16} aria-hidden="true" /> {t.markAll}
        </Button>
      }
    >
      <UnreachableNote count={unreachable} isLoading={isLoading} onRetry={reload} />
      {items === null && error === null && <PageLoading />}
      {items === null && error !== null && (
        <EmptyState title={t.failed}>
          <p>{error}</p>
          <Button onClick={reload}>{t.tryAgain}</Button>
        </EmptyState>
      )}
      {items?.length === 0 && unreachable === 0 && (
        <EmptyState icon={<MessagesSquare size={24} />} title={t.emptyTitle}>
          <p>{t.emptyText}</p>
        </EmptyState>
      )}
      {items !== null && items.length > 0 && (
        <VList ref={list} className={styles.list} role="list" aria-label={t.list} data={items} onScroll={look}>
          {(listed) => (
            <div key={keyOfThread(listed)} role="listitem">
              <ThreadCard workspace={workspace} listed={listed} />
            </div>
          )}
        </VList>
      )}
    </Page>
  );
}
