import { isDirect, type SidebarChannel } from '../../shared/channel.ts';
import { getMember, type MemberRow } from './access.ts';
import type { Channel } from './context.ts';
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
 * The person's session has been told this; true only if nothing has changed since it was read off, because they may have
 * read on, or been mentioned, while the call was under way.
 */
export function rememberTold(channel: Channel, { entry, member }: { entry: SidebarChannel; member: MemberRow }): void {
  const knows = entry.has_unread ? 1 : 0;
  if (member.knows === knows) return;
  channel.sql.exec(
    'UPDATE members SET knows = ? WHERE user_id = ? AND last_read = ? AND mentions = ? AND knows = ?',
    knows,
    member.user_id,
    member.last_read,
    member.mentions,
    member.knows,
  );
}

/** Members whose session does not know how things stand, or that something is unread. */
export function withNews(channel: Channel): string[] {
  return channel.sql
    .exec<MemberRow>('SELECT * FROM members WHERE knows <> 1')
    .toArray()
    .filter((member) => member.knows === 2 || readStateOf(channel, member).hasUnread)
    .map((member) => member.user_id);
}

export function allMembers(channel: Channel): string[] {
  return channel.sql
    .exec<{ user_id: string }>('SELECT user_id FROM members')
    .toArray()
    .map((member) => member.user_id);
}
