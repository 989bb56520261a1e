import type { Message, Reaction, ThreadSummary } from '../../shared/message.ts';
import { compareTs } from '../../shared/timestamps.ts';

/** A message as the fake channel keeps it; what others read is made of it by `toMessage`. */
export interface FakeRow {
  ts: string;
  user: string;
  clientMsgId?: string | undefined;
  thread?: string | undefined;
  /** In the channel's list. */
  isShown: boolean;
  isErased: boolean;
  text: string;
  extra: { subtype?: string; topic?: string };
  edited?: { user: string; ts: string } | undefined;
  reactions: { name: string; user: string }[];
  isPinned: boolean;
}

export type FakeRows = ReadonlyMap<string, FakeRow>;

export function repliesTo(rows: FakeRows, root: string): FakeRow[] {
  return [...rows.values()].filter((row) => row.thread === root && !row.isErased).sort((a, b) => compareTs(a.ts, b.ts));
}

export function summaryOf(rows: FakeRows, root: string): ThreadSummary {
  const replies = repliesTo(rows, root);
  const users = [...new Set(replies.map((reply) => reply.user))];
  const latest = replies.at(-1);
  return {
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users.slice(0, 5),
    ...(latest && { latest_reply: latest.ts }),
  };
}

/** As history, threads and events have it. */
export function toMessage(rows: FakeRows, channel: string, row: FakeRow): Message {
  const summary = summaryOf(rows, row.ts);
  const thread = row.thread ?? (summary.reply_count > 0 ? row.ts : undefined);
  const parent = row.thread === undefined ? undefined : rows.get(row.thread);
  const content = row.isErased
    ? { subtype: 'tombstone', hidden: true, user: 'USLACKBOT', text: 'This message was deleted.' }
    : {
        ...row.extra,
        user: row.user,
        text: row.text,
        ...(row.clientMsgId !== undefined && { client_msg_id: row.clientMsgId }),
        ...(row.edited && { edited: row.edited }),
      };
  return {
    type: 'message',
    ts: row.ts,
    ...content,
    ...(thread !== undefined && { thread_ts: thread }),
    ...(parent && { parent_user_id: parent.isErased ? 'USLACKBOT' : parent.user }),
    ...(summary.reply_count > 0 && summary),
    ...(row.reactions.length > 0 && { reactions: grouped(row.reactions) }),
    ...(row.isPinned && { pinned_to: [channel] }),
  };
}

function grouped(reactions: FakeRow['reactions']): Reaction[] {
  const groups = new Map<string, Reaction>();
  for (const { name, user } of reactions) {
    const group = groups.get(name) ?? { name, users: [], count: 0 };
    groups.set(name, { name, users: [...group.users, user], count: group.count + 1 });
  }
  return [...groups.values()];
}
