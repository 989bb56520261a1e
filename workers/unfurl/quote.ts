import { and, eq } from 'drizzle-orm';
import type { Attachment } from '../../durable-objects/channel/attached/previews.ts';
import type { Quoting } from '../../durable-objects/channel/attached/quotes.ts';
import { channelOf } from '../../durable-objects/channel/stub.ts';
import { users } from '../../migrations/shard/schema.ts';
import { getShard, type ShardDb } from '../../migrations/shards.ts';
import { escapeMrkdwn } from '../../shared/mrkdwn/escape.ts';
import { isListed } from '../channels/is-listed.ts';

/** Where a permalink leads: to a message of a channel. Null for any other address. */
export function readPermalink(link: string): { channel: string; ts: string } | null {
  const path = URL.parse(link)?.pathname ?? '';
  const [, channel, seconds, micros] = /^\/archives\/([CGD][A-Z0-9]{2,20})\/p(\d{1,10})(\d{6})$/.exec(path) ?? [];
  if (channel === undefined || seconds === undefined || micros === undefined) return null;
  return { channel, ts: `${seconds}.${micros}` };
}

/** Characters of the quoted message; the link leads to the rest. */
const longestQuote = 1_000;

/**
 * The message to which a permalink leads, as an attachment of Slack's; null when it is none of this workspace, or when
 * not everybody who sees the link may see the message. It is known by its path: no request that could name our address
 * has led here, and permalinks of the Slack that the workspace came from lead to the same messages.
 */
export async function quoteOf(env: Env, workspaceId: string, quoting: Quoting): Promise<Attachment | null> {
  const linked = readPermalink(quoting.url);
  const db = linked && (await getShard(env, workspaceId));
  // A made-up id wakes no object.
  if (!db || !(await isListed(db, workspaceId, linked.channel))) return null;
  const quoted = await channelOf(env, workspaceId, linked.channel).quote(linked.ts, quoting);
  if (!quoted) return null;
  const { message, channel } = quoted;
  const author = message.user === undefined ? null : await nameOf(db, workspaceId, message.user);
  const text = message.text.slice(0, longestQuote).toWellFormed();
  return {
    is_msg_unfurl: true,
    channel_id: channel.id,
    ts: message.ts,
    ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
    ...(message.user === undefined ? {} : { author_id: message.user }),
    ...(author === null ? {} : { author_name: escapeMrkdwn(author) }),
    text,
    fallback: text,
    mrkdwn_in: ['text'],
    ...(channel.kind === 'public' ? { footer: `#${channel.name}` } : {}),
  };
}

async function nameOf(db: ShardDb, workspaceId: string, userId: string): Promise<string | null> {
  const [row] = await db
    .select({ profile: users.profile })
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), eq(users.id, userId)));
  return row ? row.profile.display_name || row.profile.real_name : null;
}
