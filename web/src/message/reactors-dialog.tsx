import { useCallback, useState } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import { findMessage } from '../../../client/channel/channel-selectors.ts';
import type { Message } from '../../../shared/message.ts';
import { PageLoading } from '../app/page-loading.tsx';
import { useLoad } from '../app/use-load.ts';
import { useSelected } from '../app/use-selected.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Dialog } from '../design/dialog.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { splitReactionName } from '../emoji/custom-emoji.ts';
import { usePerson } from '../people/people-context.tsx';
import { PersonLine } from '../people/person-line.tsx';
import { Emoji } from './emoji.tsx';
import styles from './reactors-dialog.module.css';
import { messageActionsText } from './actions-text.ts';

interface ReactorsDialogProps {
  handle: ChannelHandle;
  message: Message;
  onClose: () => void;
}

/** Everybody who reacted to a message, also those for whom there is no room under it. */
export default function ReactorsDialog({ handle, message, onClose }: ReactorsDialogProps) {
  const t = messageActionsText();
  const { api } = useWorkspace();
  const { ts } = message;
  // Anew whenever somebody reacts meanwhile.
  const current = useSelected(handle.store, (state) => findMessage(state, ts)?.reactions ?? message.reactions);
  const load = useCallback(
    () =>
      current ? api.reactions.get({ channel: handle.id, timestamp: ts, full: true }) : Promise.reject(new Error()),
    [api, handle, ts, current],
  );
  const { state } = useLoad(load);
  const [chosen, setChosen] = useState<string | null>(null);
  const reactions = (state.kind === 'loaded' ? state.value.message.reactions : current) ?? [];
  const shown = reactions.find((reaction) => reaction.name === chosen) ?? reactions[0];

  return (
    <Dialog title={t.reactions} size="small" onClose={onClose}>
      <div className={styles.kinds} role="tablist" aria-label={t.reactions}>
        {reactions.map((reaction) => (
          <button
            key={reaction.name}
            type="button"
            role="tab"
            className={styles.kind}
            aria-selected={reaction === shown}
            aria-label={t.reactedWith(reaction.name, reaction.count)}
            onClick={() => setChosen(reaction.name)}
          >
            <Emoji {...splitReactionName(reaction.name)} isSilent /> {reaction.count}
          </button>
        ))}
      </div>
      {state.kind === 'failed' && <ErrorNote>{state.error}</ErrorNote>}
      {state.kind === 'loading' && reactions.length === 0 && <PageLoading />}
      <ul className={styles.people}>
        {shown?.users.map((id) => (
          <li key={id}>
            <Reactor id={id} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Reactor({ id }: { id: string }) {
  return <PersonLine id={id} person={usePerson(id)} />;
}
