import type { ChannelKind } from '../../shared/channel.ts';
import type { ProblemCode } from '../../shared/slack-export/problems.ts';

/** What an importer has to make of a generated export. */
export interface Truth {
  users: { id: string; email: string | null; deleted: boolean; isBot: boolean }[];
  channels: ChannelTruth[];
  /** People who are in messages and in no list. */
  unknownUsers: string[];
  /** In no particular order. */
  problems: { code: ProblemCode; where: string; ts?: string }[];
}

export interface ChannelTruth {
  id: string;
  /** Empty for a direct message. */
  name: string;
  kind: ChannelKind;
  isArchived: boolean;
  isUnlisted: boolean;
  members: string[];
  pins: string[];
  /** The `ts` of every message that can be imported, in order. */
  messages: string[];
  /** The replies of each thread by the `ts` of its root, which may be missing. */
  threads: Record<string, string[]>;
  /** Who reacted with what, by the `ts` of the message. */
  reactions: Record<string, Record<string, string[]>>;
  edited: string[];
  broadcasts: string[];
  tombstonedFiles: string[];
}
