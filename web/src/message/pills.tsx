import type { Broadcast } from '../../../shared/mrkdwn/tree.ts';
import { cx } from '../design/cx.ts';
import { useChannelName, useNames, usePerson } from '../people/people-context.tsx';
import { fullNameOf, personNameOf } from '../people/naming.ts';
import styles from './pills.module.css';

interface PillProps {
  id: string;
  label: string | null;
}

export function UserPill({ id, label }: PillProps) {
  const person = usePerson(id);
  const { self } = useNames();
  return (
    <span
      className={cx(styles.pill, id === self && styles.self)}
      data-tip={person ? (fullNameOf(person) ?? undefined) : undefined}
    >
      @{personNameOf(person, label ?? id)}
    </span>
  );
}

export function ChannelPill({ id, label }: PillProps) {
  const name = useChannelName(id);
  const { openChannel } = useNames();
  return (
    <button type="button" className={cx(styles.pill, styles.link)} onClick={() => openChannel(id)}>
      #{name ?? label ?? id}
    </button>
  );
}

export function GroupPill({ id, label }: PillProps) {
  return <span className={styles.pill}>@{(label ?? id).replace(/^@/, '')}</span>;
}

export function BroadcastPill({ range }: Pick<Broadcast, 'range'>) {
  return <span className={cx(styles.pill, styles.self)}>@{range}</span>;
}
