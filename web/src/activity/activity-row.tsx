import { memo, type ReactNode } from 'react';
import type { ListedActivity } from '../../../client/api/personal-answers.ts';
import { codeSentence } from './code-sentence.ts';
import { linkTo } from '../app/navigation.ts';
import type { Route } from '../app/route.ts';
import { Avatar } from '../design/avatar.tsx';
import { splitReactionName } from '../emoji/custom-emoji.ts';
import { useConversationName } from '../message/conversation-name.ts';
import { Emoji } from '../message/emoji.tsx';
import { Excerpt } from '../message/excerpt.tsx';
import { formatMoment } from '../message/time.ts';
import { useNames, usePersonName } from '../people/people-context.tsx';
import { ActivityIcon } from './activity-icon.tsx';
import styles from './activity-list.module.css';
import { reactorsOf } from './reactors.ts';
import { activitySentence } from './sentence.ts';
import { activityText } from './text.ts';

interface ActivityRowProps {
  workspaceId: string;
  listed: ListedActivity;
  isUnread: boolean;
}

/** One thing that happened; leads to the message that it is about. */
export const ActivityRow = memo(function ActivityRow({ workspaceId, listed, isUnread }: ActivityRowProps) {
  const { item, message } = listed;
  const t = activityText();
  const { self } = useNames();
  const reactors = item.kind === 'reaction' ? reactorsOf(message?.reactions ?? [], self, item.user) : null;
  const user = reactors?.first ?? item.user;
  const who = usePersonName(user ?? '', t.somebody);
  const conversation = useConversationName(item.channel ?? '');
  const where = conversation?.isDirect ? t.directMessage : (conversation?.name ?? t.aChannel);
  const route = routeOf(workspaceId, listed);
  return (
    <Row route={route} isUnread={isUnread}>
      <span className={styles.face}>
        {user ? (
          <>
            <Avatar id={user} name={who} size={36} />
            <span className={styles.kind}>
              <ActivityIcon kind={item.kind} size={13} />
            </span>
          </>
        ) : (
          <span className={styles.noFace}>
            <ActivityIcon kind={item.kind} size={18} />
          </span>
        )}
      </span>
      <span className={styles.body}>
        <span className={styles.head}>
          <span className={styles.what}>
            {activitySentence(item, who, where, reactors?.others)}
            {reactors?.names.map((name) => (
              <span key={name} className={styles.reaction}>
                <Emoji {...splitReactionName(name)} />
              </span>
            ))}
          </span>
          <time className={styles.time}>{formatMoment(new Date(item.at))}</time>
          {isUnread && <span className={styles.unread} role="img" aria-label={t.unread} />}
        </span>
        <span className={styles.words}>
          {item.kind === 'unscheduled' ? (
            codeSentence(item.text)
          ) : item.kind === 'reminder' && item.text ? (
            <Excerpt text={item.text} />
          ) : message ? (
            <Excerpt text={message.text} />
          ) : (
            item.ts !== undefined && <em>{t.gone}</em>
          )}
        </span>
      </span>
    </Row>
  );
});

function Row({ route, isUnread, children }: { route: Route | null; isUnread: boolean; children: ReactNode }) {
  if (route === null) return <div className={styles.row}>{children}</div>;
  return (
    <a className={styles.row} data-unread={isUnread || undefined} {...linkTo(route)}>
      {children}
    </a>
  );
}

function routeOf(workspaceId: string, { item, message }: ListedActivity): Route | null {
  if (item.kind === 'unscheduled') return { kind: 'page', workspaceId, page: 'drafts' };
  if (item.channel === undefined || item.ts === undefined) return null;
  const root = item.thread_ts ?? message?.thread_ts;
  const isReply = root !== undefined && root !== item.ts;
  return { kind: 'channel', workspaceId, channelId: item.channel, ts: item.ts, threadTs: isReply ? root : null };
}
