import type { SidebarChannel } from '../../shared/channel.ts';

/** What a person's session is told by the channels and by the Worker. */
export type SessionRpc = {
  /** How a channel looks in the sidebar as of its log's `seq`; an older word than the one that is known is ignored. */
  putChannel(channel: SidebarChannel, seq: number): Promise<void>;
  removeChannel(channelId: string, seq: number): Promise<void>;
  /**
   * A device opens a channel's socket: whether it is still signed in. Remembered, so that signing out can close it. Asked
   * by the channel after it accepted the socket, so one of the two sees the other whatever the order.
   */
  admit(device: { session: string; channel: string }): Promise<boolean>;
  /** Closes every socket of these devices, here and in the channels, before it returns; they are not admitted again. */
  signOut(sessionIds: readonly string[]): Promise<void>;
};
