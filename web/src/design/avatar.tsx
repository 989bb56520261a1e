import { memo } from 'react';
import { avatarColourOf, initialsOf } from './avatar-colour.ts';
import styles from './avatar.module.css';

interface AvatarProps {
  /** Decides the colour. */
  id: string;
  name: string;
  /** Pixels. */
  size?: number;
}

/** A person's initials on their colour. Decorative: the name stands beside it wherever it is used. */
export const Avatar = memo(function Avatar({ id, name, size = 36 }: AvatarProps) {
  return (
    <span
      className={styles.avatar}
      aria-hidden="true"
      style={{
        width: size,
        height: size,
        borderRadius: Math.round(size * 0.26),
        fontSize: Math.max(9, Math.round(size * 0.38)),
        backgroundColor: avatarColourOf(id),
      }}
    >
      {name !== '' && initialsOf(name)}
    </span>
  );
});
