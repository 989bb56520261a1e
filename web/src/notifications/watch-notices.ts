import type { Workspace } from '../../../client/workspace.ts';
import type { ActivityItem } from '../../../shared/activity.ts';
import { isDirect, type SidebarChannel } from '../../../shared/channel.ts';
import type { NoticeFrame } from '../../../shared/protocol/session-socket.ts';
import { compareTs } from '../../../shared/timestamps.ts';
import { excerptOf } from '../message/plain.ts';
import { personNameOf } from '../people/naming.ts';
import { namesOf } from '../people/workspace-names.ts';
import { spokenLabel } from '../sidebar/channel-label.ts';
import { offerNotifications } from './permission.ts';
import { type Circumstances, shouldNotify, shouldNotifyOfUnread } from './should-notify.ts';
import { followNotifications, showNotification } from './show-notification.ts';
import { notificationsText } from './text.ts';

/** Listens for what the person wants to be told of, and tells it. Returns what ends it. */
export function watchNotices(workspace: Workspace, inFront: () => Circumstances['inFront']): () => void {
  const { session, users, self, id: workspaceId } = workspace;
  const names = namesOf(workspace);
  const nameOf = (id: string) => personNameOf(users.get(id), id);
  const circumstances = (channel: string): Circumstances => ({
    self,
    level: session.get().preferences.notify,
    channel: session.get().channelPreferences.get(channel),
    dnd: session.get().dnd,
    now: Date.now() / 1000,
    inFront: inFront(),
  });
  const placeOf = (channel: string) => {
    const known = session.get().channels.get(channel);
    return known ? spokenLabel(known, nameOf, self) : '';
  };

  const stopNotices = workspace.notices.subscribe((notice) => {
    if (!shouldNotify(notice, circumstances(notice.channel))) return;
    offerNotifications();
    const { channel: channelId, ts, thread_ts: threadTs = null } = notice;
    void showNotification({
      title: titleOf(
        notice,
        notice.user === undefined ? notificationsText().somebody : nameOf(notice.user),
        placeOf(channelId),
      ),
      body: excerptOf(notice.text, names),
      tag: `${channelId}.${ts}`,
      route: { kind: 'channel', workspaceId, channelId, ts, threadTs: threadTs === ts ? null : threadTs },
    });
  });

  const stopActivity = workspace.activity.subscribe((item) => {
    const shown = titleOfActivity(item);
    if (shown === null || !shouldTellOf(item, circumstances(item.channel ?? ''))) return;
    offerNotifications();
    void showNotification({
      title: shown,
      body: item.kind === 'reminder' ? (item.text ?? '') : '',
      tag: item.id,
      route: { kind: 'page', workspaceId, page: 'activity' },
    });
  });

  /** As of when this page was opened, or told of it: what is newer is new. */
  let known = session.get().channels;
  const stopUnread = session.subscribe(() => {
    const { channels } = session.get();
    if (channels === known) return;
    const before = known;
    known = channels;
    // The first boot tells of everything that was there before.
    if (before.size === 0) return;
    for (const channel of channels.values()) {
      if (!hasBecomeUnread(before.get(channel.id), channel)) continue;
      if (!shouldNotifyOfUnread(channel.id, circumstances(channel.id))) continue;
      offerNotifications();
      void showNotification({
        title: notificationsText().newMessages(placeOf(channel.id)),
        body: '',
        tag: channel.id,
        route: { kind: 'channel', workspaceId, channelId: channel.id, ts: null, threadTs: null },
      });
    }
  });
  const stopFollowing = followNotifications();
  return () => {
    stopFollowing();
    stopNotices();
    stopActivity();
    stopUnread();
  };
}

/** A channel's first unread message that no notice tells of. */
function hasBecomeUnread(before: SidebarChannel | undefined, channel: SidebarChannel): boolean {
  if (!before || isDirect(channel.kind) || before.has_unread || !channel.has_unread) return false;
  return channel.mention_count === before.mention_count && compareTs(channel.latest, before.latest) > 0;
}

function titleOf({ kind }: NoticeFrame, who: string, where: string): string {
  const t = notificationsText();
  switch (kind) {
    case 'direct':
      return t.direct(who);
    case 'mention':
      return t.mentioned(who, where);
    case 'everybody':
      return t.everybody(who, where);
    case 'group':
      return t.group(who, where);
    case 'keyword':
      return t.keyword(who, where);
    case 'reply':
      return t.reply(who, where);
  }
}

/** Lines of the activity view that come without a notice of their own. */
function titleOfActivity({ kind }: ActivityItem): string | null {
  if (kind === 'reminder') return notificationsText().reminder;
  return kind === 'unscheduled' ? notificationsText().unsent : null;
}

/** A reminder is the person's own wish: only a pause keeps it back. */
function shouldTellOf(item: ActivityItem, circumstances: Circumstances): boolean {
  return shouldNotify(
    { channel: item.channel ?? '', kind: 'direct' },
    { ...circumstances, channel: undefined, inFront: null },
  );
}
