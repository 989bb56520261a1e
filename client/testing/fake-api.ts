import { z } from 'zod';
import type { Message } from '../../shared/message.ts';
import { FakeRefusal, type FakeChannel } from './fake-channel.ts';
import type { FakeServer } from './fake-server.ts';

const Arguments = z.object({
  channel: z.string().default(''),
  ts: z.string().default(''),
  text: z.string().default(''),
  user: z.string().default(''),
  name: z.string().default(''),
  timestamp: z.string().default(''),
  thread_ts: z.string().default(''),
  latest: z.string().optional(),
  oldest: z.string().optional(),
  inclusive: z.boolean().default(false),
  limit: z.number().default(100),
});
type Arguments = z.output<typeof Arguments>;

/** Pages are small, so that tests need few messages to have many. */
const largestPage = 10;

/** The methods that the client's tests need. */
export function callFakeApi(server: FakeServer, method: string, given: Record<string, unknown>): object {
  const args = Arguments.parse(given);
  if (method === 'users.list') return { members: [], response_metadata: { next_cursor: '' } };
  if (method === 'api.test') return {};
  if (method === 'usergroups.list') return { usergroups: server.groups };
  if (method === 'emoji.list') return { emoji: server.emoji };
  if (method === 'users.info') throw new FakeRefusal('user_not_found');
  const channel = server.channels.get(args.channel);
  if (channel === undefined) throw new FakeRefusal('channel_not_found');
  return callChannel(server.user, channel, method, args);
}

/** The root says how its reader stands to the thread. */
function withReader(channel: FakeChannel, user: string, messages: Message[]): Message[] {
  const [root, ...replies] = messages;
  if (root === undefined) return messages;
  const lastRead = channel.readsOf(root.ts).get(user);
  return [{ ...root, subscribed: lastRead !== undefined, ...(lastRead && { last_read: lastRead }) }, ...replies];
}

function callChannel(user: string, channel: FakeChannel, method: string, args: Arguments): object {
  const { ts } = args;
  switch (method) {
    case 'conversations.history': {
      const { messages, hasMore } = channel.history({
        inclusive: args.inclusive,
        limit: Math.min(args.limit, largestPage),
        ...(args.latest !== undefined && { latest: args.latest }),
        ...(args.oldest !== undefined && { oldest: args.oldest }),
      });
      return { messages, has_more: hasMore };
    }
    case 'conversations.replies':
      return { messages: withReader(channel, user, channel.replies(ts)), has_more: false };
    case 'conversations.mark':
      channel.lastRead.set(user, ts);
      return {};
    case 'chat.update':
      channel.edit(user, ts, args.text);
      return { channel: args.channel, ts };
    case 'chat.delete':
      channel.remove(user, ts);
      return { channel: args.channel, ts };
    case 'reactions.add':
    case 'reactions.remove':
      channel.react(user, args.timestamp, args.name, method === 'reactions.add');
      return {};
    case 'pins.add':
    case 'pins.remove':
      channel.pin(user, args.timestamp, method === 'pins.add');
      return {};
    case 'edgeways.threads.mark':
      channel.readsOf(args.thread_ts).set(user, ts);
      return {};
    case 'edgeways.threads.follow':
      channel.readsOf(args.thread_ts).set(user, args.thread_ts);
      return {};
    case 'edgeways.threads.unfollow':
      channel.readsOf(args.thread_ts).delete(user);
      return {};
    default:
      throw new FakeRefusal('unknown_method');
  }
}
