import type { Viewer } from '../../durable-objects/channel/context.ts';
import { channelOf } from '../../durable-objects/channel/stub.ts';
import { unwrap } from '../../shared/errors.ts';
import type { Message } from '../../shared/message.ts';
import type { ThreadPlace, Truth } from './answers.ts';

const pageSize = 900;

/** Reads a channel for somebody who may. */
export async function readTruth(env: Env, workspace: string, channelId: string, userId: string): Promise<Truth> {
  const channel = channelOf(env, workspace, channelId);
  const as = (user: string): Viewer => ({ userId: user, role: 'member' });
  const messages: Message[] = [];
  let page = unwrap(await channel.history(as(userId), { limit: pageSize }));
  messages.push(...page.messages);
  for (let last = page.messages.at(-1); page.hasMore && last; last = page.messages.at(-1)) {
    page = unwrap(await channel.history(as(userId), { limit: pageSize, latest: last.ts }));
    messages.push(...page.messages);
  }
  const { members } = unwrap(await channel.members(as(userId), { limit: pageSize }));
  const threads: Truth['threads'] = {};
  const places: ThreadPlace[] = [];
  for (const { ts, reply_count: count = 0 } of messages.filter(({ subtype }) => subtype !== 'thread_broadcast')) {
    if (count === 0) continue;
    threads[ts] = unwrap(await channel.replies(as(userId), ts, { limit: pageSize })).messages;
    for (const user of members) {
      const { following, lastRead } = unwrap(await channel.replies(as(user), ts, { limit: 1 }));
      places.push({ user, thread: ts, following, lastRead });
    }
  }
  const { epoch, seq } = unwrap(await channel.history(as(userId), { limit: 1 }));
  const reading = members.map(async (user) => ({ user, lastRead: unwrap(await channel.info(as(user))).lastRead }));
  return { epoch, seq, messages, threads, members: await Promise.all(reading), places };
}
