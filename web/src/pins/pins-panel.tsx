import BookmarkPlus from 'lucide-react/icons/bookmark-plus';
import Pin from 'lucide-react/icons/pin';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import { pinnedMessages } from '../../../client/channel/channel-selectors.ts';
import { PageLoading } from '../app/page-loading.tsx';
import { useLoad } from '../app/use-load.ts';
import { useSelected } from '../app/use-selected.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../design/button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { Popover } from '../design/popover.tsx';
import { refused } from '../message/say.ts';
import styles from './pins-panel.module.css';
import { PinnedRow } from './pinned-row.tsx';
import { pinsPanelText } from './panel-text.ts';

const BookmarkDialog = lazy(() => import('./bookmark-dialog.tsx'));

interface PinsPanelProps {
  handle: ChannelHandle;
  canChange: boolean;
  anchor: HTMLElement;
  onClose: () => void;
}

/** The messages that are pinned in the channel, the last one first; and where to add a bookmark. */
export default function PinsPanel({ handle, canChange, anchor, onClose }: PinsPanelProps) {
  const t = pinsPanelText();
  const { api } = useWorkspace();
  const [isAdding, setAdding] = useState(false);
  const { state, reload } = useLoad(
    useCallback(async () => (await api.pins.list({ channel: handle.id })).items, [api, handle]),
  );
  // What others pin meanwhile shows in the messages that are held here.
  const held = useSelected(handle.store, (channel) =>
    pinnedMessages(channel)
      .map(({ ts }) => ts)
      .join(),
  );
  useEffect(reload, [held, reload]);
  const pins = state.kind === 'loaded' ? state.value : [];

  if (isAdding) {
    return (
      <Suspense>
        <BookmarkDialog handle={handle} bookmark={null} onClose={onClose} />
      </Suspense>
    );
  }
  return (
    <Popover label={t.pins} anchor={anchor} align="end" className={styles.panel} onClose={onClose}>
      <h2 className={styles.title}>{t.pinned}</h2>
      <div className={styles.scroll}>
        {state.kind === 'loading' && <PageLoading />}
        {state.kind === 'failed' && <EmptyState title={t.failed}>{state.error}</EmptyState>}
        {state.kind === 'loaded' && pins.length === 0 && (
          <EmptyState icon={<Pin size={22} />} title={t.nothingPinned}>
            {t.nothingPinnedText}
          </EmptyState>
        )}
        <ul aria-label={t.pinned}>
          {pins.map((pin) => (
            <li key={pin.message.ts}>
              <PinnedRow
                channelId={handle.id}
                pin={pin}
                onOpen={onClose}
                onUnpin={canChange ? () => void handle.unpin(pin.message.ts).then(reload, refused()) : null}
              />
            </li>
          ))}
        </ul>
      </div>
      {canChange && (
        <footer className={styles.footer}>
          <Button kind="quiet" onClick={() => setAdding(true)}>
            <BookmarkPlus size={16} aria-hidden="true" /> {t.addBookmark}
          </Button>
        </footer>
      )}
    </Popover>
  );
}
