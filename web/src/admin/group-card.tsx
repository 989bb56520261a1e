import ChevronDown from 'lucide-react/icons/chevron-down';
import { useId, useState } from 'react';
import type { UserGroup } from '../../../client/api/workspace-answers.ts';
import { Button } from '../design/button.tsx';
import { usePerson } from '../people/people-context.tsx';
import { PersonLine } from '../people/person-line.tsx';
import styles from './list-page.module.css';
import { adminText } from './text.ts';

interface GroupCardProps {
  group: UserGroup;
  mayChange: boolean;
  onEdit: () => void;
  onDisable: () => void;
  onEnable: () => void;
}

/** One group: its handle, what it is for, and on request its people. */
export function GroupCard({ group, mayChange, onEdit, onDisable, onEnable }: GroupCardProps) {
  const t = adminText().groups;
  const peopleId = useId();
  const [isOpen, setOpen] = useState(false);
  const { name, handle, description, users = [] } = group;
  const isDisabled = group.date_delete > 0;
  return (
    <li className={styles.card} data-off={isDisabled || undefined}>
      <div className={styles.row}>
        <span className={styles.text}>
          <span className={styles.name}>
            {name} <span className={styles.handle}>@{handle}</span>
            {isDisabled && <span className={styles.off}>{t.disabled}</span>}
          </span>
          {description && <span className={styles.detail}>{description}</span>}
          {users.length > 0 && (
            <button
              type="button"
              className={styles.disclosure}
              aria-expanded={isOpen}
              aria-controls={peopleId}
              aria-label={`${t.showPeople(name)}: ${t.peopleCount(users.length)}`}
              onClick={() => setOpen(!isOpen)}
            >
              {t.peopleCount(users.length)} <ChevronDown size={14} aria-hidden="true" />
            </button>
          )}
        </span>
        {mayChange && !isDisabled && (
          <span className={styles.actions}>
            <Button aria-label={t.editGroup(name)} onClick={onEdit}>
              {t.edit}
            </Button>
            <Button kind="quiet" aria-label={t.disableGroup(name)} onClick={onDisable}>
              {t.disable}
            </Button>
          </span>
        )}
        {mayChange && isDisabled && (
          <Button aria-label={t.enableGroup(name)} onClick={onEnable}>
            {t.enable}
          </Button>
        )}
      </div>
      {isOpen && (
        <ul className={styles.people} id={peopleId}>
          {users.map((id) => (
            <Member key={id} id={id} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Member({ id }: { id: string }) {
  return (
    <li>
      <PersonLine id={id} person={usePerson(id)} />
    </li>
  );
}
