import { type ReactNode, memo } from 'react';
import type { Message } from '../../../shared/message.ts';
import { PersonName } from '../people/person-name.tsx';
import styles from './event-row.module.css';
import { peopleOf, eventOf, membershipVerbOf } from './kinds.ts';
import { Mrkdwn } from './mrkdwn.tsx';
import { messageText } from './text.ts';
import { formatClock, formatExact } from './time.ts';

interface EventRowProps {
  messages: readonly Message[];
  isHighlighted: boolean;
}

/** What happened to the channel, in one muted line; a run of joins or of departures is one line too. */
export const EventRow = memo(function EventRow({ messages, isHighlighted }: EventRowProps) {
  const [first] = messages;
  if (!first) return null;
  const verb = membershipVerbOf(first);
  return (
    <div className={styles.row} data-highlighted={isHighlighted || undefined} data-ts={first.ts}>
      <span className={styles.dot} aria-hidden="true" />
      <div className={styles.text}>
        {verb === null ? <EventSentence message={first} /> : <MembershipSentence messages={messages} verb={verb} />}
      </div>
      <time className={styles.time} data-tip={formatExact(first.ts)}>
        {formatClock(first.ts)}
      </time>
    </div>
  );
});

/** As many names as read well; the rest are a number. */
const mostNames = 3;

function MembershipSentence({ messages, verb }: { messages: readonly Message[]; verb: 'joined' | 'left' }) {
  const t = messageText();
  const people = peopleOf(messages);
  const named = people.length > mostNames ? people.slice(0, mostNames - 1) : people;
  const rest = people.length - named.length;
  const inviter = messages.length === 1 ? messages[0]?.inviter : undefined;
  return (
    <>
      {named.map((id, index) => (
        <span key={id}>
          {index > 0 && (index === people.length - 1 ? t.and : ', ')}
          <Who id={id} />
        </span>
      ))}
      {rest > 0 && t.andOthers(rest)} {t[verb](people.length)}
      {inviter && (
        <>
          {t.addedBy}
          <Who id={inviter} />
        </>
      )}
    </>
  );
}

function EventSentence({ message }: { message: Message }): ReactNode {
  const t = messageText();
  const who = message.user ? <Who id={message.user} /> : t.somebody;
  const event = eventOf(message);
  if (event === 'name') {
    return (
      <>
        {who}
        {message.old_name ? t.renamedFrom(message.old_name) : t.renamed}
        <b>{message.name}</b>
      </>
    );
  }
  const what = eventWords(event, message);
  if (what === null) return <Mrkdwn text={message.text} />;
  return (
    <>
      {who}
      {what}
    </>
  );
}

/** What somebody did to the channel, in words that follow their name; null for what its own text tells best. */
function eventWords(event: string, { topic, purpose }: Message): string | null {
  const t = messageText();
  switch (event) {
    case 'topic':
      return topic ? t.setTopic(topic) : t.clearedTopic;
    case 'purpose':
      return purpose ? t.setPurpose(purpose) : t.clearedPurpose;
    case 'archive':
      return t.archived;
    case 'unarchive':
      return t.unarchived;
    default:
      return null;
  }
}

function Who({ id }: { id: string }) {
  return (
    <b>
      <PersonName id={id} />
    </b>
  );
}
