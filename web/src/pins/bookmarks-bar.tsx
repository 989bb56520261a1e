import { lazy, Suspense } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import { useSelected } from '../app/use-selected.ts';
import styles from './bookmarks-bar.module.css';

const BookmarkLinks = lazy(() => import('./bookmark-links.tsx'));

interface BookmarksBarProps {
  handle: ChannelHandle;
  /** Whether the person may add, change and remove them. */
  canChange: boolean;
}

/** Where the channel's links stand; nothing where there are none. Its place is there before they are. */
export function BookmarksBar({ handle, canChange }: BookmarksBarProps) {
  const isEmpty = useSelected(handle.store, (state) => state.bookmarks.length === 0);
  if (isEmpty) return null;
  return (
    <Suspense fallback={<div className={styles.bar} />}>
      <BookmarkLinks handle={handle} canChange={canChange} />
    </Suspense>
  );
}
