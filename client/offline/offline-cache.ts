import { z } from 'zod';
import { Bookmark, ChannelInfo } from '../../shared/channel.ts';
import { Message } from '../../shared/message.ts';
import type { BootFrame } from '../../shared/protocol/session-socket.ts';
import { Ts } from '../../shared/timestamps.ts';
import { User } from '../../shared/user.ts';

/** The live end of a channel as it stood at (epoch, seq), from where a connection resumes. */
export const CachedChannel = z.object({
  id: z.string(),
  /** When it was last shown, in milliseconds since 1970. */
  shownAt: z.number(),
  epoch: z.string(),
  seq: z.number(),
  info: ChannelInfo,
  isMember: z.boolean(),
  lastRead: Ts,
  bookmarks: z.array(Bookmark),
  /** The newest, oldest first. */
  messages: z.array(Message),
  /** There are more before the first. */
  hasOlder: z.boolean(),
});
export type CachedChannel = z.infer<typeof CachedChannel>;

export const CachedUsers = z.array(User);

/**
 * What a device remembers of one workspace, so that it opens without the network. Never rejects: a store that is full,
 * broken or forbidden remembers nothing, and the client works without.
 */
export interface OfflineCache {
  /** The session as a boot would have it. */
  loadBoot(): Promise<BootFrame | null>;
  loadUsers(): Promise<User[]>;
  loadChannel(id: string): Promise<CachedChannel | null>;
  /** The ids of the channels, the one that was shown last first. */
  listChannels(): Promise<string[]>;
  saveBoot(boot: BootFrame): Promise<void>;
  saveUsers(users: readonly User[]): Promise<void>;
  /** Of the channels only those are kept that were shown last. */
  saveChannel(channel: CachedChannel): Promise<void>;
  removeChannel(id: string): Promise<void>;
  /** Forgets everything. */
  clear(): Promise<void>;
}
