import SmilePlus from 'lucide-react/icons/smile-plus';
import { memo } from 'react';
import type { Message, Reaction } from '../../../shared/message.ts';
import { useStore } from '../app/use-store.ts';
import { cx } from '../design/cx.ts';
import { splitReactionName } from '../emoji/custom-emoji.ts';
import { useNames } from '../people/people-context.tsx';
import { personNameOf } from '../people/naming.ts';
import type { MessageActions } from './actions.ts';
import { Emoji } from './emoji.tsx';
import { reactorsSentence } from './reactors-sentence.ts';
import styles from './reactions.module.css';
import { messageText } from './text.ts';

interface ReactionsProps {
  message: Message;
  reactions: readonly Reaction[];
  isReadOnly: boolean;
  actions: MessageActions;
}

/** The emoji under a message, with how many people chose each; a press adds one's own, or takes it back. */
export const Reactions = memo(function Reactions({ message, reactions, isReadOnly, actions }: ReactionsProps) {
  const { self, users } = useNames();
  const known = useStore(users.store);
  const t = messageText();
  const nameOf = (id: string) => personNameOf(known.get(id) ?? users.get(id), id);
  return (
    <ul className={styles.reactions} aria-label={t.reactions} data-tip-side="below">
      {reactions.map((reaction) => {
        const { name } = splitReactionName(reaction.name);
        const who = t.reactionsBy(reactorsSentence(reaction, self, nameOf), name);
        const isOwn = reaction.users.includes(self);
        return (
          <li key={reaction.name}>
            <button
              type="button"
              className={cx(styles.reaction, isOwn && styles.own)}
              aria-pressed={isOwn}
              aria-label={`${t.reactedWith(name, reaction.count)}. ${who}`}
              data-tip={who}
              disabled={isReadOnly}
              onClick={() => actions.react(message, reaction.name)}
            >
              <Emoji {...splitReactionName(reaction.name)} isSilent />
              <span className={styles.count}>{reaction.count}</span>
            </button>
          </li>
        );
      })}
      {!isReadOnly && (
        <li className={styles.add}>
          <button
            type="button"
            className={styles.reaction}
            aria-label={t.addReaction}
            data-tip={t.addReaction}
            onClick={({ currentTarget }) =>
              actions.pickReaction(message, { anchor: currentTarget, returnFocusTo: currentTarget })
            }
          >
            <SmilePlus size={16} />
          </button>
        </li>
      )}
    </ul>
  );
});
