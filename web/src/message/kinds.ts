import { membershipSubtypes, type Message } from '../../../shared/message.ts';

/** Subtypes that tell what happened to the channel; they are one muted line rather than somebody's message. */
const systemSubtypes = new Set([
  ...membershipSubtypes,
  'channel_topic',
  'channel_purpose',
  'channel_name',
  'channel_archive',
  'channel_unarchive',
  'channel_convert_to_private',
  'group_topic',
  'group_purpose',
  'group_name',
  'group_archive',
  'group_unarchive',
  'bot_add',
  'bot_remove',
  'bot_enable',
  'bot_disable',
  'pinned_item',
  'unpinned_item',
  'reminder_add',
]);

export function isSystemMessage(message: Message): boolean {
  return message.subtype !== undefined && systemSubtypes.has(message.subtype);
}

/** The root of a thread whose text was deleted. */
export function isTombstone(message: Message): boolean {
  return message.subtype === 'tombstone';
}

/** The subtype without the kind of channel that it was sent in: `join`, `topic`. */
export function eventOf(message: Message): string {
  return (message.subtype ?? '').replace(/^(?:channel|group)_/, '');
}

/** What a membership message says that its author did; null for every other message. */
export function membershipVerbOf(message: Message): 'joined' | 'left' | null {
  const event = eventOf(message);
  if (event === 'join') return 'joined';
  return event === 'leave' ? 'left' : null;
}

/** Whom these messages are about, each once, in order. */
export function peopleOf(messages: readonly Message[]): string[] {
  return [...new Set(messages.flatMap((message) => message.user ?? []))];
}
