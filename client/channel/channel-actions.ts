import { nextCursor, type Conversation } from '../api/answers.ts';
import type { Api } from '../api/api.ts';

/** What a person does with channels as a whole. What it changes comes back over the sockets. Each throws ApiError. */
export interface ChannelActions {
  createChannel(name: string, options?: { isPrivate?: boolean }): Promise<Conversation>;
  /** The public channels and one's own private ones, a page at a time. */
  browse(options?: { cursor?: string; includeArchived?: boolean }): Promise<ChannelPage>;
  join(channel: string): Promise<void>;
  leave(channel: string): Promise<void>;
  invite(channel: string, users: readonly string[]): Promise<void>;
  kick(channel: string, user: string): Promise<void>;
  rename(channel: string, name: string): Promise<void>;
  setTopic(channel: string, topic: string): Promise<void>;
  setPurpose(channel: string, purpose: string): Promise<void>;
  archive(channel: string): Promise<void>;
  unarchive(channel: string): Promise<void>;
}

export interface ChannelPage {
  channels: Conversation[];
  /** Null after the last page. */
  nextCursor: string | null;
}

const pageSize = 200;

export function createChannelActions(
  { conversations }: Api,
  /** A channel that was closed to us may not be so any more. */
  onEntered: (channel: string) => void,
): ChannelActions {
  return {
    async createChannel(name, { isPrivate = false } = {}) {
      const { channel } = await conversations.create({ name, is_private: isPrivate });
      return channel;
    },
    async browse({ cursor, includeArchived = false } = {}) {
      const answer = await conversations.list({
        types: 'public_channel,private_channel',
        exclude_archived: !includeArchived,
        limit: pageSize,
        ...(cursor !== undefined && { cursor }),
      });
      return { channels: answer.channels, nextCursor: nextCursor(answer) };
    },
    async join(channel) {
      await conversations.join({ channel });
      onEntered(channel);
    },
    async leave(channel) {
      await conversations.leave({ channel });
    },
    async invite(channel, users) {
      await conversations.invite({ channel, users: users.join(',') });
    },
    async kick(channel, user) {
      await conversations.kick({ channel, user });
    },
    async rename(channel, name) {
      await conversations.rename({ channel, name });
    },
    async setTopic(channel, topic) {
      await conversations.setTopic({ channel, topic });
    },
    async setPurpose(channel, purpose) {
      await conversations.setPurpose({ channel, purpose });
    },
    async archive(channel) {
      await conversations.archive({ channel });
    },
    async unarchive(channel) {
      await conversations.unarchive({ channel });
    },
  };
}
