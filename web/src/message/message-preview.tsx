import type { Message } from '../../../shared/message.ts';
import { Avatar } from '../design/avatar.tsx';
import { personNameOf } from '../people/naming.ts';
import { usePerson } from '../people/people-context.tsx';
import { authorOf } from './author.ts';
import { Excerpt } from './excerpt.tsx';
import styles from './message-preview.module.css';
import { messageText } from './text.ts';
import { formatExact, formatMoment } from './time.ts';

/** A message in a list of messages from everywhere: who, when, and how it begins. */
export function MessagePreview({ message }: { message: Message }) {
  const author = authorOf(message);
  const person = usePerson(author.id);
  const name = author.name ?? personNameOf(person, author.id);
  return (
    <div className={styles.preview}>
      <Avatar id={author.id} name={name} size={32} />
      <div className={styles.body}>
        <div className={styles.head}>
          <span className={styles.name}>{name}</span>
          <time className={styles.time} data-tip={formatExact(message.ts)}>
            {formatMoment(new Date(Number(message.ts) * 1000))}
          </time>
        </div>
        <div className={styles.text}>
          {message.text === '' ? <em>{messageText().withoutWords}</em> : <Excerpt text={message.text} lines={3} />}
        </div>
      </div>
    </div>
  );
}
