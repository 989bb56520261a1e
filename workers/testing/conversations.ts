import { z } from 'zod';
import { Message } from '../../shared/message.ts';
import { succeed } from './api.ts';
import type { Somebody } from './people.ts';

const Channel = z.looseObject({ id: z.string(), name: z.string() });

let count = 0;

/** A channel that the person makes, with whoever else is to be in it; its id. */
export async function createChannel(
  creator: Somebody,
  { isPrivate = false, members = [] as Somebody[], name = newName() } = {},
): Promise<string> {
  const { channel } = await succeed(creator, 'conversations.create', { name, is_private: isPrivate });
  const { id } = Channel.parse(channel);
  const users = members.map(({ userId }) => userId).join(',');
  if (users !== '') await succeed(creator, 'conversations.invite', { channel: id, users });
  return id;
}

/** The id of #general, while it is the workspace's only public channel. */
export async function generalOf(who: Somebody): Promise<string> {
  const { channels } = await succeed(who, 'conversations.list');
  return z.tuple([Channel]).parse(channels)[0].id;
}

/** A name that no other channel of the test has. */
export function newName(): string {
  count += 1;
  return `channel-${count}`;
}

/** Posts messages one after the other; returns their `ts`. */
export async function postAll(
  who: Somebody,
  channel: string,
  texts: readonly string[],
  more: object = {},
): Promise<string[]> {
  const posted: string[] = [];
  for (const text of texts) {
    const { ts } = await succeed(who, 'chat.postMessage', { channel, text, ...more });
    posted.push(z.string().parse(ts));
  }
  return posted;
}

/** What the messages of an answer say, without the lines that a channel writes of itself. */
export function textsOf(answer: Record<string, unknown>): string[] {
  return z
    .array(Message)
    .parse(answer['messages'])
    .filter(({ subtype }) => subtype === undefined || subtype === 'thread_broadcast')
    .map(({ text }) => text);
}

const Paged = z.looseObject({ response_metadata: z.looseObject({ next_cursor: z.string() }) });

/** Every page of a list, following its cursors. */
export async function pagesOf(
  who: Somebody | string,
  method: string,
  args: object,
): Promise<Record<string, unknown>[]> {
  const pages: Record<string, unknown>[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: Record<string, unknown> = await succeed(who, method, { ...args, cursor });
    pages.push(page);
    cursor = Paged.parse(page).response_metadata.next_cursor || undefined;
  }
  return pages;
}
