import { z } from 'zod';

/** Of which messages in a channel a person wants to be notified. */
export const NotifyLevel = z.enum(['all', 'mentions', 'nothing']);
export type NotifyLevel = z.infer<typeof NotifyLevel>;

export const maxKeywords = 50;
export const maxKeywordLength = 50;

/** A person's settings, the same on each of their devices. How things look is each device's own. */
export const Preferences = z.object({
  /** For channels that have no level of their own. */
  notify: NotifyLevel,
  /** Words and phrases that call the person as their name does; lower case. */
  keywords: z.array(z.string().min(1).max(maxKeywordLength)).max(maxKeywords),
  /** For emoji that come in several; null for the yellow one. Slack's numbers. */
  skin_tone: z.number().int().min(2).max(6).nullable(),
  /** Whether the sidebar shows only what is unread. */
  unread_only: z.boolean(),
});
export type Preferences = z.infer<typeof Preferences>;

export const defaultPreferences: Preferences = {
  notify: 'mentions',
  keywords: [],
  skin_tone: null,
  unread_only: false,
};

/** What a person wants of one channel. A channel without a word of theirs has `defaultChannelPreferences`. */
export const ChannelPreferences = z.object({
  is_starred: z.boolean(),
  /** A muted channel is not bold; mentions in it still count. */
  is_muted: z.boolean(),
  /** Null: as in `Preferences`. */
  notify: NotifyLevel.nullable(),
  /** A direct message that was closed: not in the sidebar until it has something unread. */
  is_closed: z.boolean(),
});
export type ChannelPreferences = z.infer<typeof ChannelPreferences>;

export const defaultChannelPreferences: ChannelPreferences = {
  is_starred: false,
  is_muted: false,
  notify: null,
  is_closed: false,
};

/** The sections that every sidebar has; they can be moved and collapsed, not renamed or removed. */
export const builtInSections = ['starred', 'channels', 'direct'] as const;

export const maxSections = 50;

/**
 * A section of a person's sidebar. `channels` are those that were put here, in the order in which they were dragged; the
 * built-in ones show every channel besides that no section names and that is of their kind, after these, by name.
 */
export const Section = z.object({
  id: z.string(),
  /** Empty for built-in ones. */
  name: z.string().max(80),
  /** A short name without colons, or nothing. */
  emoji: z.string().max(100),
  channels: z.array(z.string()),
  is_collapsed: z.boolean(),
});
export type Section = z.infer<typeof Section>;
