import type { SidebarChannel } from '../../shared/channel.ts';
import { getMember, type MemberRow } from './access.ts';
import { isDirect, type Channel } from './context.ts';
import { readStateOf } from './read-state.ts';

/** The channel as it stands in a member's sidebar now; null for somebody who is not in it. */
export function sidebarOf(channel: Channel, userId: string): { entry: SidebarChannel; member: MemberRow } | null {
  const member = getMember(channel.sql, userId);
  if (!member) return null;
  const { row } = channel;
  const read = readStateOf(channel, member);
  const entry: SidebarChannel = {
    id: row.id,
    name: row.name,
    kind: row.kind,
    is_general: row.isGeneral,
    is_archived: row.isArchived,
    topic: row.topic.value,
    last_read: read.lastRead,
    has_unread: read.hasUnread,
    mention_count: read.mentions,
    ...(isDirect(row.kind) ? { members: otherMembers(channel, userId) } : {}),
  };
  return { entry, member };
}

/** Members of a direct message besides oneself; at most nine people are in one. */
function otherMembers(channel: Channel, userId: string): string[] {
  return channel.sql
    .exec<{ user_id: string }>('SELECT user_id FROM members WHERE user_id <> ? ORDER BY joined', userId)
    .toArray()
    .map((member) => member.user_id);
}

/**
 * The person's session has been told that something is unread; true only if nothing has changed since it was read off
 * (`told`), because they may have read on, or been mentioned, while the call was under way.
 */
export function rememberTold(channel: Channel, told: MemberRow): void {
  channel.sql.exec(
    'UPDATE members SET knows = 1 WHERE user_id = ? AND last_read = ? AND mentions = ?',
    told.user_id,
    told.last_read,
    told.mentions,
  );
}

/** Members with something unread of which their session does not know. */
export function withNews(channel: Channel): string[] {
  return channel.sql
    .exec<MemberRow>('SELECT * FROM members WHERE knows = 0')
    .toArray()
    .filter((member) => readStateOf(channel, member).hasUnread)
    .map((member) => member.user_id);
}

export function allMembers(channel: Channel): string[] {
  return channel.sql
    .exec<{ user_id: string }>('SELECT user_id FROM members')
    .toArray()
    .map((member) => member.user_id);
}
