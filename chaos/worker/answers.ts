import type { Message } from '../../shared/message.ts';

/** How a thread stands for one person, as its channel has it. */
export interface ThreadPlace {
  user: string;
  thread: string;
  following: boolean;
  lastRead: string;
}

/** All that a channel has, read from the channel itself. */
export interface Truth {
  epoch: string;
  seq: number;
  /** As the history gives them: newest first. */
  messages: Message[];
  /** By their roots; the root first. */
  threads: Record<string, Message[]>;
  /** Who is in it, and how far they have read. */
  members: { user: string; lastRead: string }[];
  places: ThreadPlace[];
}

/** An event in the audit log; `event` as JSON. */
export interface Audited {
  seq: number;
  event: string;
}

/** An event that a pipeline gave up on. */
export interface DeadLetter {
  channelId: string;
  seq: number;
  pipeline: string;
}
