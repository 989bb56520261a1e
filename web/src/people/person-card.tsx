import Clock from 'lucide-react/icons/clock';
import Copy from 'lucide-react/icons/copy';
import Mail from 'lucide-react/icons/mail';
import MessageSquare from 'lucide-react/icons/message-square-text';
import Phone from 'lucide-react/icons/phone';
import { useEffect, type ReactNode } from 'react';
import { openPerson } from '../app/open-person.ts';
import { useNow } from '../app/use-now.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Avatar } from '../design/avatar.tsx';
import { Button } from '../design/button.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { Popover } from '../design/popover.tsx';
import { splitReactionName } from '../emoji/custom-emoji.ts';
import { formatLocale } from '../i18n/format-locale.ts';
import { copyToClipboard } from '../message/copy.ts';
import { Emoji } from '../message/emoji.tsx';
import { formatMoment } from '../message/time.ts';
import { localTime } from './local-time.ts';
import { fullNameOf, personNameOf } from './naming.ts';
import { usePerson } from './people-context.tsx';
import styles from './person-card.module.css';
import { PresenceDot } from './presence-dot.tsx';
import { currentStatus } from './status.ts';
import { personCardText } from './card-text.ts';
import { peopleText } from './text.ts';

interface PersonCardProps {
  id: string;
  anchor: HTMLElement;
  /** It was pressed for: it takes the focus, and gives it back. */
  isHeld: boolean;
  onClose: () => void;
}

/** Who somebody is, whether they are there, and how to reach them. */
export default function PersonCard({ id, anchor, isHeld, onClose }: PersonCardProps) {
  const t = personCardText();
  const workspace = useWorkspace();
  const person = usePerson(id);
  // Whatever was heard of them: whoever looks closely sees them as they are.
  useEffect(() => void workspace.users.reload(id), [workspace, id]);
  const name = personNameOf(person, id);
  const full = person && fullNameOf(person);
  const now = useNow();
  const status = person && currentStatus(person.profile, now / 1000);
  const time = person && localTime(person.tz, formatLocale(), new Date(now));
  const role = person?.is_bot ? t.app : person?.is_owner ? t.owner : person?.is_admin ? t.administrator : null;
  const { title, email, phone } = person?.profile ?? {};
  const message = () => {
    onClose();
    openPerson(workspace, id);
  };

  return (
    <Popover
      label={t.label(name)}
      anchor={anchor}
      side="top"
      className={styles.card}
      takesFocus={isHeld}
      returnFocusTo={anchor}
      onClose={onClose}
    >
      <div data-person-card>
        <div className={styles.head}>
          <Avatar id={id} name={name} size={64} />
          <div className={styles.names}>
            <div className={styles.name}>
              <span className={styles.text}>{name}</span>
              <PresenceDot id={id} size={10} />
            </div>
            {full && <div className={styles.full}>{full}</div>}
            {title && <div className={styles.full}>{title}</div>}
            {(role !== null || person?.deleted) && (
              <div className={styles.role}>{person?.deleted ? peopleText().deactivated : role}</div>
            )}
          </div>
        </div>
        {status && (
          <div className={styles.status}>
            {status.emoji && <Emoji {...splitReactionName(status.emoji)} isSilent />}
            <span>
              {status.text}
              {status.until > 0 && (
                <span className={styles.until}> {t.untilTime(formatMoment(new Date(status.until * 1000)))}</span>
              )}
            </span>
          </div>
        )}
        <dl className={styles.facts}>
          {time && (
            <Fact icon={Clock} label={t.time}>
              {t.localTime(time)}
            </Fact>
          )}
          {email && (
            <Fact icon={Mail} label={t.email}>
              <a href={`mailto:${encodeURI(email)}`}>{email}</a>
            </Fact>
          )}
          {phone && (
            <Fact icon={Phone} label={t.phone}>
              {phone}
            </Fact>
          )}
        </dl>
        <div className={styles.actions}>
          {!person?.deleted && (
            <Button className={styles.message} autoFocus={isHeld} onClick={message}>
              <MessageSquare size={16} aria-hidden="true" />
              {id === workspace.self ? t.messageSelf : t.message}
            </Button>
          )}
          <IconButton className={styles.copy} label={t.copyId} onClick={() => copyToClipboard(id, t.idCopied)}>
            <Copy size={16} />
          </IconButton>
        </div>
      </div>
    </Popover>
  );
}

function Fact(props: { icon: typeof Clock; label: string; children: ReactNode }) {
  const Icon = props.icon;
  return (
    <div className={styles.fact}>
      <dt>
        <Icon size={15} aria-label={props.label} />
      </dt>
      <dd>{props.children}</dd>
    </div>
  );
}
