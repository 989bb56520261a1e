import BellOff from 'lucide-react/icons/bell-off';
import ChevronDown from 'lucide-react/icons/chevron-down';
import type { ComponentProps } from 'react';
import { useSelected } from '../app/use-selected.ts';
import { useStore } from '../app/use-store.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Avatar } from '../design/avatar.tsx';
import { usePerson, usePersonName } from '../people/people-context.tsx';
import { useSettled } from '../people/presence-dot.tsx';
import { StatusEmoji } from '../people/status-emoji.tsx';
import { usePause } from '../status/use-pause.ts';
import { sidebarText } from './text.ts';
import styles from './workspace-button.module.css';

interface WorkspaceButtonProps extends ComponentProps<'button'> {
  name: string;
}

/** The workspace's name, and how one stands in it; opens its menu. */
export function WorkspaceButton({ name, ...rest }: WorkspaceButtonProps) {
  const { id, self, session, connection } = useWorkspace();
  const selfName = usePersonName(self, ' ');
  const presence = useSelected(session, (state) => state.ownPresence?.presence);
  // Without a connection one is not seen to be there, whatever was so before.
  const isLive = useStore(connection).kind === 'live';
  const shown = useSettled(isLive ? (presence ?? 'unknown') : 'unknown');
  const { until } = usePause();
  return (
    <button type="button" {...rest} className={styles.button}>
      <Avatar id={id} name={name} size={34} />
      <span className={styles.text}>
        <span className={styles.name}>{name}</span>
        <span className={styles.self}>
          <span className={styles.dot} data-presence={shown} aria-hidden="true" />
          <span className={styles.selfName}>{selfName}</span>
          <StatusEmoji person={usePerson(self)} />
          {until !== null && <BellOff size={12} aria-hidden="true" />}
        </span>
        <span className="visually-hidden">{sidebarText().workspaceMenu}</span>
      </span>
      <ChevronDown size={16} aria-hidden="true" />
    </button>
  );
}
