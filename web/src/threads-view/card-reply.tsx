import { useState } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { tell } from '../app/toasts.ts';
import { Composer } from '../composer/composer.tsx';
import { TypingLine } from '../message/typing-line.tsx';
import { useSelected } from '../app/use-selected.ts';
import { AlsoSend } from '../thread/also-send.tsx';
import { threadsText } from './text.ts';
import styles from './threads-page.module.css';

interface CardReplyProps {
  workspace: Workspace;
  handle: ChannelHandle;
  rootTs: string;
  channelName: string;
}

/** Where a thread is answered; a line until somebody wants to, since an editor for each card would be heavy. */
export function CardReply({ workspace, handle, rootTs, channelName }: CardReplyProps) {
  const t = threadsText();
  const typing = useSelected(handle.store, (state) => state.typing);
  const [isWanted, setWanted] = useState(false);
  const [hasDraft] = useState(() => workspace.drafts.get(handle.id, rootTs) !== '');
  const [broadcast, setBroadcast] = useState(false);
  const send = (text: string) => {
    try {
      handle.send(text, { threadTs: rootTs, broadcast });
      setBroadcast(false);
      return true;
    } catch {
      tell(t.tooManyWaiting, { isError: true });
      return false;
    }
  };
  if (!isWanted && !hasDraft) {
    return (
      <button type="button" className={styles.reply} onClick={() => setWanted(true)}>
        {t.reply}
      </button>
    );
  }
  return (
    <div className={styles.composer}>
      <TypingLine typing={typing} threadTs={rootTs} />
      <Composer
        label={t.reply}
        handle={handle}
        threadTs={rootTs}
        broadcast={broadcast}
        onSend={send}
        onEditLast={() => false}
        autoFocus={isWanted}
      />
      <AlsoSend channelName={channelName} isOn={broadcast} onChange={setBroadcast} />
    </div>
  );
}
