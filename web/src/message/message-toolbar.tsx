import Bookmark from 'lucide-react/icons/bookmark';
import Ellipsis from 'lucide-react/icons/ellipsis';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import SmilePlus from 'lucide-react/icons/smile-plus';
import type { MouseEvent } from 'react';
import type { Message } from '../../../shared/message.ts';
import { IconButton } from '../design/icon-button.tsx';
import { useFrequentEmoji } from '../emoji/emoji-use.ts';
import { type MessageActions, type OverlayPlace, rootOf } from './actions.ts';
import styles from './message-toolbar.module.css';
import { QuickReactions } from './quick-reactions.tsx';
import { messageActionsText } from './actions-text.ts';

interface MessageToolbarProps {
  message: Message;
  self: string;
  actions: MessageActions;
  canThread: boolean;
  canChange: boolean;
  isSaved: boolean;
  /** It stays as long as what was opened from it stands open. */
  onHold: (isHeld: boolean) => void;
}

/** What is done most with the message under the pointer or the focus; the menu at its end has the rest. */
export default function MessageToolbar(props: MessageToolbarProps) {
  const { message, self, actions, canThread, canChange, isSaved, onHold } = props;
  const t = messageActionsText();
  const quick = useFrequentEmoji(3);
  const place = (event: MouseEvent<HTMLElement>): OverlayPlace => {
    onHold(true);
    return {
      anchor: event.currentTarget,
      align: 'end',
      returnFocusTo: event.currentTarget.closest<HTMLElement>('[data-key]'),
      onClosed: () => onHold(false),
    };
  };
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t.actions}>
      {canChange && (
        <>
          <QuickReactions
            names={quick}
            message={message}
            self={self}
            className={styles.quick}
            onReact={(name) => actions.react(message, name)}
          />
          <span className={styles.line} />
          <IconButton
            size="small"
            label={t.addReaction}
            keys="R"
            onClick={(event) => actions.pickReaction(message, place(event))}
          >
            <SmilePlus size={17} />
          </IconButton>
        </>
      )}
      {canThread && (
        <IconButton size="small" label={t.replyInThread} keys="T" onClick={() => actions.openThread(rootOf(message))}>
          <MessageSquareText size={17} />
        </IconButton>
      )}
      <IconButton
        size="small"
        label={isSaved ? t.unsave : t.save}
        keys="A"
        onClick={() => actions.toggleSaved(message)}
      >
        <Bookmark size={17} className={isSaved ? styles.saved : undefined} />
      </IconButton>
      <IconButton
        size="small"
        label={t.moreActions}
        aria-haspopup="menu"
        onClick={(event) => actions.openMenu(message, place(event))}
      >
        <Ellipsis size={17} />
      </IconButton>
    </div>
  );
}
