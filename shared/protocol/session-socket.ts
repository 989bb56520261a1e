import { z } from 'zod';
import { ActivityItem } from '../activity.ts';
import { SidebarChannel } from '../channel.ts';
import { Draft } from '../draft.ts';
import { FollowedThread } from '../followed-thread.ts';
import { ChannelPreferences, Preferences, Section } from '../preferences.ts';
import { Dnd, DndSchedule, OwnPresence, PersonPresence } from '../presence.ts';
import { SavedMessage } from '../saved.ts';
import { Role, User } from '../user.ts';
import { WorkspaceSummary } from '../workspace.ts';
import { ProtocolError } from './sockets.ts';

/**
 * The socket to a person's session, open as long as the client is: `GET /sockets/session?ticket=…&protocol=1`. The
 * first frame is `boot` and has everything that the sidebar shows; after it, changes. Each carries the new state whole, so
 * that hearing it twice is harmless.
 */

/** Whether the person is at this device. A device that has said nothing is taken for active until it does. */
const Active = z.strictObject({ type: z.literal('active'), is_active: z.boolean() });

/** How many people a device may have on screen at once. */
export const maxWatchedPeople = 200;

/**
 * The people on screen from now on, all of them; their presence comes now and whenever it changes. Said again every
 * `presenceRefresh`: what was not said again for twice as long is forgotten on both sides.
 */
const WatchPresence = z.strictObject({
  type: z.literal('watch_presence'),
  users: z.array(z.string()).max(maxWatchedPeople),
});
/** Milliseconds. */
export const presenceRefresh = 5 * 60_000;

const WriteDraft = z.strictObject({ type: z.literal('draft'), draft: Draft });

export const SessionClientFrame = z.discriminatedUnion('type', [Active, WatchPresence, WriteDraft]);
export type SessionClientFrame = z.infer<typeof SessionClientFrame>;

export const BootFrame = z.object({
  type: z.literal('boot'),
  protocol: z.number().int(),
  workspace: WorkspaceSummary,
  self: z.object({ id: z.string(), role: Role }),
  channels: z.array(SidebarChannel),
  /** By channel; those without an entry have the defaults. */
  channel_preferences: z.record(z.string(), ChannelPreferences),
  preferences: Preferences,
  sections: z.array(Section),
  /** Followed threads with something unread, at most 200. */
  unread_threads: z.array(FollowedThread),
  /** See `Activity`. */
  unread_activity: z.number().int(),
  has_new_activity: z.boolean(),
  drafts: z.array(Draft),
  saved: z.array(SavedMessage),
  dnd: Dnd,
  dnd_schedule: DndSchedule,
  presence: OwnPresence,
});

/** The channel is now like this: joined, renamed, archived, read, or marked by a new message. */
const ChannelUpsert = z.object({ type: z.literal('channel'), channel: SidebarChannel });

/** The person is no longer in the channel. */
const ChannelGone = z.object({ type: z.literal('channel_gone'), channel: z.string() });

const PreferencesChanged = z.object({ type: z.literal('preferences'), preferences: Preferences });
const ChannelPreferencesChanged = z.object({
  type: z.literal('channel_preferences'),
  channel: z.string(),
  preferences: ChannelPreferences,
});
/** All of them, in their order. */
const SectionsChanged = z.object({ type: z.literal('sections'), sections: z.array(Section) });

const ThreadUpsert = z.object({ type: z.literal('thread'), thread: FollowedThread });
/** The person does not follow it any more. */
const ThreadGone = z.object({ type: z.literal('thread_gone'), channel: z.string(), thread_ts: z.string() });

/**
 * One line more in the activity view, or none (what was there has been looked at, or read where it stands). `unread`: lines
 * that are neither, besides reactions, which call nobody; `has_new`: whether there are any at all.
 */
const Activity = z.object({
  type: z.literal('activity'),
  item: ActivityItem.optional(),
  unread: z.number().int(),
  has_new: z.boolean(),
});

/**
 * A message that the person may want to be notified of at once, with its text: a mention or the like, or anything in a
 * direct message. Whether to notify is the device's to decide, by preferences, presence and pauses.
 */
const Notice = z.object({
  type: z.literal('notice'),
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string().optional(),
  /** In mrkdwn, cut off at some 300 characters. */
  text: z.string(),
  kind: z.enum(['mention', 'everybody', 'group', 'keyword', 'reply', 'direct']),
});

/** An empty text takes the draft away. */
const DraftWritten = z.object({ type: z.literal('draft'), draft: Draft });

/** All messages that are saved and not done. */
const SavedChanged = z.object({ type: z.literal('saved'), saved: z.array(SavedMessage) });

const DndChanged = z.object({ type: z.literal('dnd'), dnd: Dnd, schedule: DndSchedule });
const OwnPresenceChanged = z.object({ type: z.literal('own_presence'), presence: OwnPresence });
/** Of people on screen. `unknown`: those whose session did not answer. */
const PresenceChanged = z.object({
  type: z.literal('presence'),
  people: z.array(PersonPresence),
  unknown: z.array(z.string()),
});
/** Somebody on screen, or oneself, has another name, picture or status. */
const UserChanged = z.object({ type: z.literal('user'), user: User });

/** A list that is loaded when it is shown has changed; whoever shows it loads it again. */
const Stale = z.object({
  type: z.literal('stale'),
  what: z.enum(['scheduled', 'reminders', 'emoji', 'usergroups']),
});

export const SessionServerFrame = z.discriminatedUnion('type', [
  BootFrame,
  ChannelUpsert,
  ChannelGone,
  PreferencesChanged,
  ChannelPreferencesChanged,
  SectionsChanged,
  ThreadUpsert,
  ThreadGone,
  Activity,
  Notice,
  DraftWritten,
  SavedChanged,
  DndChanged,
  OwnPresenceChanged,
  PresenceChanged,
  UserChanged,
  Stale,
  ProtocolError,
]);
export type SessionServerFrame = z.infer<typeof SessionServerFrame>;
export type BootFrame = z.infer<typeof BootFrame>;
export type NoticeFrame = z.infer<typeof Notice>;
