import { Avatar } from '../design/avatar.tsx';
import { usePersonName } from './people-context.tsx';
import styles from './thread-faces.module.css';

/** As many faces as stand for the others. */
const mostFaces = 4;

interface ThreadFacesProps {
  /** Some of those who answered. */
  users: readonly string[];
  /** How many did. */
  count: number;
  /** Pixels. */
  size?: number;
}

/** The faces of those who answered in a thread. */
export function ThreadFaces({ users, count, size = 22 }: ThreadFacesProps) {
  const shown = users.slice(0, mostFaces);
  const rest = Math.max(count, users.length) - shown.length;
  return (
    <span className={styles.faces}>
      {shown.map((id) => (
        <Face key={id} id={id} size={size} />
      ))}
      {rest > 0 && <span className={styles.rest}>+{rest}</span>}
    </span>
  );
}

function Face({ id, size }: { id: string; size: number }) {
  return <Avatar id={id} name={usePersonName(id)} size={size} />;
}
