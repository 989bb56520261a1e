import { and, eq } from 'drizzle-orm';
import type { Attachment } from '../../durable-objects/channel/attached/previews.ts';
import type { Quoting } from '../../durable-objects/channel/attached/quotes.ts';
import { channelOf } from '../../durable-objects/channel/stub.ts';
import { channels, users } from '../../migrations/shard/schema.ts';
import type { ShardDb } from '../../migrations/shards.ts';
import { escapeMrkdwn } from '../../shared/mrkdwn/escape.ts';
import { isOwnHost } from '../identity/hosts.ts';

/** A message that a link names. `isSlack`: as the Slack did that the workspace may have come from. */
type Linked = { channel: string; ts: string; isSlack: boolean };

/**
 * The message to which a permalink of this workspace leads, or one of a Slack's: neither is a page that could be read
 * without signing in. Null for any other address, be it of the same shape: whose it is, its host says.
 */
export async function getLinked(db: ShardDb, workspaceId: string, link: string): Promise<Linked | null> {
  const url = URL.parse(link);
  const [, channel, seconds, micros] =
    /^\/archives\/([CGD][A-Z0-9]{2,20})\/p(\d{1,10})(\d{6})$/.exec(url?.pathname ?? '') ?? [];
  if (!url || channel === undefined || seconds === undefined || micros === undefined) return null;
  const isSlack = url.host.endsWith('.slack.com');
  if (!isSlack && !(await isOwnHost(db, workspaceId, url.host))) return null;
  return { channel, ts: `${seconds}.${micros}`, isSlack };
}

/** Characters of the quoted message; the link leads to the rest. */
const longestQuote = 1_000;

/**
 * The message as an attachment of Slack's; null when there is none in this workspace, or when not everybody who sees the
 * link may see it. A Slack's links lead to what was imported, which has kept its ids.
 */
export async function quoteOf(
  env: Env,
  db: ShardDb,
  workspaceId: string,
  linked: Linked,
  quoting: Quoting,
): Promise<Attachment | null> {
  // A made-up id wakes no object.
  if (!(await isThere(db, workspaceId, linked))) return null;
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

async function isThere(db: ShardDb, workspaceId: string, { channel, isSlack }: Linked): Promise<boolean> {
  const [row] = await db
    .select({ isImported: channels.isImported })
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.id, channel)));
  return row !== undefined && (row.isImported || !isSlack);
}

async function nameOf(db: ShardDb, workspaceId: string, userId: string): Promise<string | null> {
  const [row] = await db
    .select({ profile: users.profile })
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), eq(users.id, userId)));
  return row ? row.profile.display_name || row.profile.real_name : null;
}
