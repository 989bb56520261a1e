import ChevronDown from 'lucide-react/icons/chevron-down';
import type { ComponentProps } from 'react';
import { Avatar } from '../design/avatar.tsx';
import styles from './workspace-button.module.css';

interface WorkspaceButtonProps extends ComponentProps<'button'> {
  workspaceId: string;
  name: string;
  selfName: string;
}

/** The workspace's name; opens its menu. */
export function WorkspaceButton({ workspaceId, name, selfName, ...rest }: WorkspaceButtonProps) {
  return (
    <button type="button" {...rest} className={styles.button}>
      <Avatar id={workspaceId} name={name} size={34} />
      <span className={styles.text}>
        <span className={styles.name}>{name}</span>
        <span className={styles.self}>{selfName}</span>
        <span className="visually-hidden">, workspace menu</span>
      </span>
      <ChevronDown size={16} aria-hidden="true" />
    </button>
  );
}
