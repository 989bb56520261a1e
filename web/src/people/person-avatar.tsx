import { Avatar } from '../design/avatar.tsx';
import styles from './person-avatar.module.css';

interface PersonAvatarProps {
  id: string;
  name: string;
  /** False for an app, which has no profile. */
  isPerson?: boolean;
  /** Pixels. */
  size?: number;
}

/** A face that shows the person's card to the pointer. The name beside it does the same for the keyboard. */
export function PersonAvatar({ id, name, isPerson = true, size = 36 }: PersonAvatarProps) {
  return (
    <span className={isPerson ? styles.avatar : undefined} data-person={isPerson ? id : undefined}>
      <Avatar id={id} name={name} size={size} />
    </span>
  );
}
