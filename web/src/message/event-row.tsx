import { type ReactNode, memo } from 'react';
import type { Message } from '../../../shared/message.ts';
import { PersonName } from '../people/person-name.tsx';
import styles from './event-row.module.css';
import { peopleOf, eventOf, membershipVerbOf } from './kinds.ts';
import { Mrkdwn } from './mrkdwn.tsx';
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

function MembershipSentence({ messages, verb }: { messages: readonly Message[]; verb: string }) {
  const people = peopleOf(messages);
  const named = people.length > mostNames ? people.slice(0, mostNames - 1) : people;
  const rest = people.length - named.length;
  const inviter = messages.length === 1 ? messages[0]?.inviter : undefined;
  return (
    <>
      {named.map((id, index) => (
        <span key={id}>
          {index > 0 && (index === people.length - 1 ? ' and ' : ', ')}
          <Who id={id} />
        </span>
      ))}
      {rest > 0 && ` and ${rest} others`}
      {` ${verb}`}
      {inviter && (
        <>
          , added by <Who id={inviter} />
        </>
      )}
    </>
  );
}

function EventSentence({ message }: { message: Message }): ReactNode {
  const who = message.user ? <Who id={message.user} /> : 'Somebody';
  switch (eventOf(message)) {
    case 'topic':
      return message.topic ? (
        <>
          {who} set the topic: {message.topic}
        </>
      ) : (
        <>{who} cleared the topic</>
      );
    case 'purpose':
      return message.purpose ? (
        <>
          {who} set the purpose: {message.purpose}
        </>
      ) : (
        <>{who} cleared the purpose</>
      );
    case 'name':
      return (
        <>
          {who} renamed the channel{message.old_name && ` from ${message.old_name}`} to <b>{message.name}</b>
        </>
      );
    case 'archive':
      return <>{who} archived the channel</>;
    case 'unarchive':
      return <>{who} brought the channel back from the archive</>;
    default:
      return <Mrkdwn text={message.text} />;
  }
}

function Who({ id }: { id: string }) {
  return (
    <b>
      <PersonName id={id} />
    </b>
  );
}
