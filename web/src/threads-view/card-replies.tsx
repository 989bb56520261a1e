import { useMemo, useState } from 'react';
import { compareTs } from '../../../shared/timestamps.ts';
import { NewDivider } from '../channel/new-divider.tsx';
import { buildRows, type ListedMessage } from '../channel/rows.ts';
import type { MessageActions, Permissions } from '../message/actions.ts';
import { MessageRow } from '../message/message-row.tsx';
import { threadsText } from './text.ts';
import styles from './threads-page.module.css';

interface CardRepliesProps {
  channelId: string;
  /** The root, and all replies that are loaded. */
  listed: readonly ListedMessage[];
  /** Replies before this one are shown when asked for. */
  shownFrom: string | null;
  /** How many there are, loaded or not. */
  replyCount: number;
  unreadAfter: string | null;
  editingTs: string | null;
  editedText?: string | null;
  permissions: Permissions;
  actions: MessageActions;
}

/** The root, the last replies, and the others on demand. */
export function CardReplies(props: CardRepliesProps) {
  const {
    channelId,
    listed,
    shownFrom,
    replyCount,
    unreadAfter,
    permissions,
    actions,
    editingTs,
    editedText = null,
  } = props;
  const { self } = permissions;
  const [isExpanded, setExpanded] = useState(false);
  const rows = useMemo(() => {
    const [root, ...replies] = listed;
    const shown =
      isExpanded || shownFrom === null
        ? replies
        : replies.filter((reply) => compareTs(reply.message.ts, shownFrom) >= 0);
    return buildRows(root ? [root, ...shown] : shown, { isComplete: true, unreadAfter, self });
  }, [listed, shownFrom, isExpanded, unreadAfter, self]);
  const shownCount = rows.filter((row) => row.kind === 'message').length - 1;
  const hidden = isExpanded ? 0 : Math.max(0, replyCount - shownCount);
  let isRoot = true;

  return rows.map((row) => {
    if (row.kind === 'new' || (row.kind === 'day' && row.startsNew)) return <NewDivider key={row.key} />;
    if (row.kind !== 'message') return null;
    const afterRoot = isRoot && hidden > 0;
    isRoot = false;
    return [
      <MessageRow
        key={row.key}
        channelId={channelId}
        listed={row.listed}
        continues={row.continues}
        isHighlighted={false}
        isEditing={row.listed.message.ts === editingTs}
        editedText={row.listed.message.ts === editingTs ? editedText : null}
        isActive
        isInThread
        permissions={permissions}
        actions={actions}
      />,
      afterRoot && (
        <button key="more" type="button" className={styles.more} onClick={() => setExpanded(true)}>
          {threadsText().moreReplies(hidden)}
        </button>
      ),
    ];
  });
}
