import type { ChannelHandle } from '../../../../client/channel/channel-handle.ts';
import type { Workspace } from '../../../../client/workspace.ts';
import type { ChannelKind } from '../../../../shared/channel.ts';
import type { Names } from '../../people/people-context.tsx';

/** Where a command was written. */
export interface CommandPlace {
  workspace: Workspace;
  handle: ChannelHandle;
  /** The root, in a thread. */
  threadTs: string | null;
  kind: ChannelKind;
  names: Names;
}

export type CommandOutcome =
  /** It happened; `said` is worth saying where nothing on the page shows it. */
  | { kind: 'done'; said: string | null }
  /** It leads to another conversation; null to none. */
  | { kind: 'left'; channelId: string | null }
  /** It is a message after all. */
  | { kind: 'send'; mrkdwn: string }
  | { kind: 'refused'; why: string }
  /** The time is to be asked for. */
  | { kind: 'remind'; text: string };

/** Something that `/name` does. */
export interface Command {
  name: string;
  /** Other names, which are not offered. */
  aliases?: readonly string[];
  /** What follows the name; empty for nothing. */
  takes: string;
  does: string;
  isForThreads: boolean;
  isForDirect: boolean;
  /** Whether it is nothing without something after its name. */
  needsWords?: boolean;
  /** `rest` is mrkdwn. Throws ApiError. */
  run: (rest: string, place: CommandPlace) => Promise<CommandOutcome>;
}
