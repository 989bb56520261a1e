import Globe from 'lucide-react/icons/globe';
import Pencil from 'lucide-react/icons/pencil';
import Plus from 'lucide-react/icons/plus';
import { lazy, Suspense, useState } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import type { Bookmark } from '../../../shared/channel.ts';
import { getSafeUrl } from '../../../shared/mrkdwn/safe-url.ts';
import { useSelected } from '../app/use-selected.ts';
import { splitReactionName } from '../emoji/custom-emoji.ts';
import { Emoji } from '../message/emoji.tsx';
import styles from './bookmarks-bar.module.css';
import { pinsPanelText } from './panel-text.ts';

const BookmarkDialog = lazy(() => import('./bookmark-dialog.tsx'));

interface BookmarkLinksProps {
  handle: ChannelHandle;
  /** Whether the person may add, change and remove them. */
  canChange: boolean;
}

/** The links at the top of the channel. */
export default function BookmarkLinks({ handle, canChange }: BookmarkLinksProps) {
  const t = pinsPanelText();
  const bookmarks = useSelected(handle.store, (state) => state.bookmarks);
  const [editing, setEditing] = useState<{ bookmark: Bookmark | null } | null>(null);
  return (
    <nav className={styles.bar} aria-label={t.bookmarks}>
      <ul className={styles.list}>
        {bookmarks.map((bookmark) => (
          <li key={bookmark.id} className={styles.item}>
            <a
              className={styles.link}
              href={getSafeUrl(bookmark.link) ?? undefined}
              target="_blank"
              rel="noopener noreferrer"
              data-tip={bookmark.link}
            >
              {bookmark.emoji ? (
                <Emoji {...splitReactionName(bookmark.emoji.replace(/^:|:$/g, ''))} isSilent />
              ) : (
                <Globe size={14} aria-hidden="true" />
              )}
              <span className={styles.title}>{bookmark.title}</span>
            </a>
            {canChange && (
              <button
                type="button"
                className={styles.edit}
                aria-label={t.editOne(bookmark.title)}
                data-tip={t.editBookmark}
                onClick={() => setEditing({ bookmark })}
              >
                <Pencil size={13} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {canChange && (
        <button
          type="button"
          className={styles.add}
          aria-label={t.addBookmark}
          data-tip={t.addBookmark}
          onClick={() => setEditing({ bookmark: null })}
        >
          <Plus size={15} />
        </button>
      )}
      {editing && (
        <Suspense>
          <BookmarkDialog handle={handle} bookmark={editing.bookmark} onClose={() => setEditing(null)} />
        </Suspense>
      )}
    </nav>
  );
}
