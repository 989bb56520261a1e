import type { ChannelKind, ChannelText } from '../../shared/channel.ts';
import { setChannelRow } from './channel-row.ts';
import { openChannel, type Channel } from './context.ts';
import { channelType, commonFields } from './events-of.ts';
import { appendEvent } from './log.ts';
import { enterSilently } from './membership.ts';

export type ChannelSpec = {
  id: string;
  name: string;
  kind: ChannelKind;
  isGeneral: boolean;
  isArchived?: boolean;
  creator: string;
  /** Seconds since 1970. */
  created: number;
  members: readonly string[];
  topic?: ChannelText;
  purpose?: ChannelText;
  previousNames?: string[];
};

const unset: ChannelText = { value: '', creator: '', last_set: 0 };

/** Makes the channel, with its first members and `channel_created` as the first row of its log. */
export function doCreate(sql: SqlStorage, now: () => number, workspace: string, spec: ChannelSpec): Channel {
  setChannelRow(sql, {
    id: spec.id,
    workspace,
    name: spec.name,
    kind: spec.kind,
    isGeneral: spec.isGeneral,
    isArchived: spec.isArchived ?? false,
    creator: spec.creator,
    created: spec.created,
    topic: spec.topic ?? unset,
    purpose: spec.purpose ?? unset,
    previousNames: spec.previousNames ?? [],
    pendingName: null,
    epoch: crypto.randomUUID(),
  });
  const channel = openChannel(sql, now);
  if (!channel) throw new Error('the channel was just written');
  const at = channel.nextMicros();
  appendEvent(channel, at, {
    type: 'channel_created',
    ...commonFields(channel, at),
    ...channelType(channel),
    name: spec.name,
    creator: spec.creator,
  });
  for (const userId of spec.members) enterSilently(channel, userId);
  return channel;
}
