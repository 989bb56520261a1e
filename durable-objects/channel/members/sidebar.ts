import { isDirect, type SidebarChannel } from '../../../shared/channel.ts';
import { microsToTs } from '../../../shared/timestamps.ts';
import { getMember, type MemberRow } from '../access.ts';
import type { Channel } from '../context.ts';
import { newestIn } from '../messages/newest.ts';
import { readStateOf } from '../unread/read-state.ts';

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
    latest: microsToTs(newestIn(channel).id),
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

export function allMembers(sql: SqlStorage): string[] {
  return sql
    .exec<{ user_id: string }>('SELECT user_id FROM members')
    .toArray()
    .map((member) => member.user_id);
}
