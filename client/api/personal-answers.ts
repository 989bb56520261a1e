import { z } from 'zod';
import { ActivityItem } from '../../shared/activity.ts';
import { FollowedThread } from '../../shared/followed-thread.ts';
import { Message } from '../../shared/message.ts';
import { Preferences, Section } from '../../shared/preferences.ts';
import { Dnd, Presence } from '../../shared/presence.ts';
import { WireRecurrence } from '../../shared/reminder.ts';
import { SavedMessage } from '../../shared/saved.ts';
import { incomplete, paged } from './answers.ts';

/** What the methods answer that are about what a person keeps, follows and wants. */

export const DndAnswer = Dnd;
/** `snooze_endtime` in seconds since 1970. */
export const SnoozeAnswer = z.object({ snooze_enabled: z.boolean(), snooze_endtime: z.number() });
export const TeamDndAnswer = z.object({ users: z.record(z.string(), Dnd.partial()) });

/** Slack's; times in seconds since 1970, 0 when it is not complete. */
export const Reminder = z.looseObject({
  id: z.string(),
  creator: z.string(),
  user: z.string(),
  text: z.string(),
  recurring: z.boolean(),
  time: z.number().optional(),
  complete_ts: z.number().optional(),
  recurrence: WireRecurrence.optional(),
});
export type Reminder = z.infer<typeof Reminder>;
export const ReminderAnswer = z.object({ reminder: Reminder });
export const RemindersAnswer = z.object({ reminders: z.array(Reminder) });

export const StarsAnswer = z.object({
  items: z.array(z.looseObject({ type: z.string(), channel: z.string().optional(), message: Message.optional() })),
  ...paged,
});

export const PresenceAnswer = z.looseObject({ presence: Presence });

/** A thread of the Threads view: its newest replies, oldest first. */
export const ListedThread = z.object({ thread: FollowedThread, root: Message, latest: z.array(Message) });
export type ListedThread = z.infer<typeof ListedThread>;
export const ThreadsAnswer = z.object({ threads: z.array(ListedThread), ...incomplete, ...paged });

/** `message`: what it is about, null for nothing; `is_read`: the person has read it where it stands. */
export const ListedActivity = z.object({ item: ActivityItem, message: Message.nullable(), is_read: z.boolean() });
export type ListedActivity = z.infer<typeof ListedActivity>;
/** `read_until`: what is newer has not been looked at; `newest_at`: of what this page is about. Milliseconds since 1970. */
export const ActivityAnswer = z.object({
  items: z.array(ListedActivity),
  newest_at: z.number(),
  read_until: z.number(),
  ...incomplete,
  ...paged,
});

/** `saved_at` in milliseconds since 1970. */
export const ListedSaved = SavedMessage.extend({
  is_done: z.boolean(),
  saved_at: z.number(),
  message: Message.nullable(),
});
export type ListedSaved = z.infer<typeof ListedSaved>;
export const SavedAnswer = z.object({ saved: z.array(ListedSaved), ...incomplete, ...paged });

export const SectionAnswer = z.object({ section: Section });
export const PreferencesAnswer = z.object({ preferences: Preferences });
