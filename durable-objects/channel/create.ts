import { unsetText, type ChannelKind, type ChannelText } from '../../shared/channel.ts';
import { setChannelRow } from './channel-row.ts';
import { openChannel } from './context.ts';
import { channelType, commonFields } from './log/events-of.ts';
import { appendEvent } from './log/log.ts';
import { enterSilently } from './members/membership.ts';

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

/** Makes the channel, with its first members and `channel_created` as the first row of its log. */
export function doCreate(sql: SqlStorage, now: () => number, workspace: string, spec: ChannelSpec): void {
  setChannelRow(sql, {
    id: spec.id,
    workspace,
    name: spec.name,
    kind: spec.kind,
    isGeneral: spec.isGeneral,
    isArchived: spec.isArchived ?? false,
    creator: spec.creator,
    created: spec.created,
    topic: spec.topic ?? unsetText,
    purpose: spec.purpose ?? unsetText,
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
}
