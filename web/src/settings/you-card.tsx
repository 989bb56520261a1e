import type { Workspace } from '../../../client/workspace.ts';
import { openDialog } from '../app/dialog-request.ts';
import { useNow } from '../app/use-now.ts';
import { useSelected } from '../app/use-selected.ts';
import { Avatar } from '../design/avatar.tsx';
import { Button } from '../design/button.tsx';
import { runCommand } from '../palette/command-handlers.ts';
import { personNameOf } from '../people/naming.ts';
import { usePerson } from '../people/people-context.tsx';
import { currentStatus } from '../people/status.ts';
import { StatusEmoji } from '../people/status-emoji.tsx';
import { sidebarText } from '../sidebar/text.ts';
import styles from './you-card.module.css';
import { settingsText } from './text.ts';

/** On a phone, over the list of settings: oneself as others see one, and what one changes most often. */
export function YouCard({ workspace }: { workspace: Workspace }) {
  const t = settingsText().profile;
  const person = usePerson(workspace.self);
  const now = useNow();
  const isAway = useSelected(workspace.session, (state) => state.ownPresence?.manual_away ?? false);
  if (!person) return null;
  const name = personNameOf(person);
  const status = currentStatus(person.profile, now / 1000);
  return (
    <section className={styles.card} aria-label={name}>
      <div className={styles.person}>
        <Avatar id={person.id} name={name} size={52} />
        <div className={styles.text}>
          <span className={styles.name}>{name}</span>
          {status && (
            <span className={styles.status}>
              <StatusEmoji person={person} /> <span aria-hidden="true">{status.text}</span>
            </span>
          )}
        </div>
      </div>
      <div className={styles.actions}>
        <Button onClick={() => openDialog({ kind: 'status' })}>{status ? t.changeStatus : t.setStatus}</Button>
        <Button onClick={() => runCommand(isAway ? 'active' : 'away')}>
          {isAway ? sidebarText().setActive : sidebarText().setAway}
        </Button>
      </div>
    </section>
  );
}
