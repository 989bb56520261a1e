import type { Broadcast } from '../../../shared/mrkdwn/tree.ts';
import { cx } from '../design/cx.ts';
import { useChannelName, useGroup, useNames, usePerson } from '../people/people-context.tsx';
import { personNameOf } from '../people/naming.ts';
import styles from './pills.module.css';

interface PillProps {
  id: string;
  label: string | null;
}

/** A person who is called; opens their card. */
export function UserPill({ id, label }: PillProps) {
  const person = usePerson(id);
  const { self } = useNames();
  return (
    <button type="button" className={cx(styles.pill, styles.link, id === self && styles.self)} data-person={id}>
      @{personNameOf(person, label ?? id)}
    </button>
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

/** A user group; it stands out for those who are in it. */
export function GroupPill({ id, label }: PillProps) {
  const group = useGroup(id);
  const { self } = useNames();
  const name = group?.handle ?? label?.replace(/^@/, '') ?? id;
  return (
    <span className={cx(styles.pill, group?.users?.includes(self) && styles.self)} data-tip={group?.name}>
      @{name}
    </span>
  );
}

export function BroadcastPill({ range }: Pick<Broadcast, 'range'>) {
  return <span className={cx(styles.pill, styles.self)}>@{range}</span>;
}
