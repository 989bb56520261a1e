import type { TypingPerson } from '../../../client/channel/channel-state.ts';
import { useNames } from '../people/people-context.tsx';
import { personNameOf } from '../people/naming.ts';
import { messageText } from './text.ts';
import styles from './typing-line.module.css';

interface TypingLineProps {
  typing: readonly TypingPerson[];
  /** The thread's root, or null for the channel. */
  threadTs: string | null;
}

/** Who else is writing, over the composer; it takes no room, so that nothing moves. Not read out: it changes all the time. */
export function TypingLine({ typing, threadTs }: TypingLineProps) {
  const { users } = useNames();
  const names = typing
    .filter((person) => person.threadTs === threadTs)
    .map(({ user }) => personNameOf(users.get(user), user));
  return (
    <div className={styles.place} aria-hidden="true">
      {names.length > 0 && (
        <div className={styles.line}>
          <span className={styles.dots}>
            <span />
            <span />
            <span />
          </span>
          <span className={styles.text}>{sentence(names)}</span>
        </div>
      )}
    </div>
  );
}

function sentence(names: readonly string[]): string {
  const t = messageText();
  const [first = '', second = ''] = names;
  if (names.length === 1) return t.typingOne(first);
  return names.length === 2 ? t.typingTwo(first, second) : t.typingMany;
}
